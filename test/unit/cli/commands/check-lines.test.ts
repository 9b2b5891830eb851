/** Where findings of `presets check` stand: at what causes them. */
import { expect, test } from "vitest";
import { account, client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

/** Checks a realm where nothing is allowed. @returns the texts of the lines that findings name */
async function linesFound(realm: object, ...words: readonly string[]): Promise<readonly string[]> {
  const text = JSON.stringify({ realm: "demo", ...realm }, null, 1);
  const file = folder.write(`${crypto.randomUUID()}.json`, text);
  const { output } = await runPresets(["check", file, "--allow", "none", ...words]);
  const lines = text.split("\n");
  return [...output.matchAll(/^ {2}at (.*):(\d+)$/gm)].map(([, found, line]) => {
    expect(found).toBe(file);
    const [at = "", below = ""] = lines.slice(Number(line) - 1).map((it) => it.trim());
    // An object is known by its first field.
    return at === "{" ? below : at;
  });
}

const power = { clientRoles: ofManagement("manage-users") };
const clients = [client("web"), client("ops")];

test("a role of a client that is assigned", async () => {
  const users = [
    account("web", {}),
    account("ops", { clientRoles: ofManagement("query-users", "view-events") }),
  ];
  expect(await linesFound({ clients, users }, "--allow", "ops=event-reader")).toEqual([
    '"query-users",',
  ]);
});

test("a composite role of the realm that is assigned", async () => {
  const roles = { realm: [{ name: "all", composites: { client: power.clientRoles } }] };
  const users = [account("ops", { realmRoles: ["none", "all"], groups: ["/staff"] })];
  const groups = [{ name: "staff" }];
  expect(await linesFound({ clients, roles, users, groups })).toEqual(['"all"']);
});

test("the membership in a group", async () => {
  const groups = [{ name: "none" }, { name: "staff", subGroups: [{ name: "eu" }], ...power }];
  const users = [account("ops", { groups: ["/none", "/staff/eu"] })];
  expect(await linesFound({ clients, users, groups })).toEqual(['"/staff/eu"']);
});

test("a role in the spelling of an old export", async () => {
  const users = [account("ops", { applicationRoles: power.clientRoles })];
  const applications = [{ name: "ops", serviceAccountsEnabled: true }];
  expect(await linesFound({ applications, users })).toEqual(['"manage-users"']);
});

test("the client, if Keycloak gives the role to a new account", async () => {
  const roles = {
    realm: [{ name: "default-roles-demo", composites: { client: power.clientRoles } }],
  };
  expect(await linesFound({ clients: [client("ops")], roles })).toEqual(['"clientId": "ops",']);
});

test("the client, otherwise the user, if an organization's group gives the role", async () => {
  const organizations = [
    {
      name: "acme",
      groups: [{ id: "g1", name: "staff", ...power }],
      members: [{ username: "service-account-ops", groups: ["g1", "g2"] }],
    },
  ];
  const users = [account("ops", { id: "u1" })];
  const user = '"username": "service-account-ops",';
  expect(await linesFound({ clients, users, organizations })).toEqual([user, '"clientId": "ops",']);
  expect(await linesFound({ users, organizations })).toEqual([user, user]);
});

test("a group that no file has, at the membership", async () => {
  const users = [account("ops", { groups: ["/gone"] })];
  expect(await linesFound({ clients, users })).toEqual(['"/gone"']);
});

test("a mapper of the client, and one of its client scope or template", async () => {
  const mapper = (name: string) => [{ name, protocolMapper: "script" }];
  const given = {
    clients: [{ ...client("ops"), protocolMappers: mapper("own"), defaultClientScopes: ["s"] }],
    clientScopes: [{ name: "s", protocolMappers: mapper("scope") }],
  };
  expect(await linesFound(given)).toEqual(['"name": "own",', '"name": "scope",']);
  const old = {
    applications: [{ name: "ops", serviceAccountsEnabled: true, clientTemplate: "t" }],
    clientTemplates: [{ name: "t", protocolMappers: mapper("template") }],
  };
  expect(await linesFound(old)).toEqual(['"name": "template",']);
});

test("a permission that names the account", async () => {
  const policies = [
    { name: "who", type: "client", config: { clients: '["ops"]' } },
    { name: "all users", type: "scope", config: { applyPolicies: '["who"]' } },
  ];
  const management = { clientId: "realm-management", authorizationSettings: { policies } };
  expect(await linesFound({ clients: [...clients, management] })).toEqual(['"name": "all users",']);
});

test("the client of fine-grained permissions, if the realm itself or its clients have it", async () => {
  const mapper = { name: "who", protocolMapper: "script" };
  const own = { clientId: "admin-permissions", protocolMappers: [mapper] };
  const realm = { adminPermissionsEnabled: true, clients: [client("web")] };
  expect(await linesFound({ ...realm, adminPermissionsClient: own })).toEqual(['"name": "who",']);
  const groups = [{ name: "staff", ...power }];
  const given = { ...realm, groups, defaultGroups: ["/staff"] };
  const found = await linesFound({ ...given, adminPermissionsClient: { clientId: "permissions" } });
  expect(found.toSorted()).toEqual(['"adminPermissionsClient": {', '"clientId": "web",']);
});

test("a role over another realm, in master", async () => {
  const users = [
    account("ops", {
      clientRoles: { "master-realm": ["query-users"], "demo-realm": ["manage-users"] },
    }),
  ];
  const found = await linesFound({ realm: "master", clients, users }, "--allow", "none");
  expect(found.toSorted()).toEqual(['"manage-users"', '"query-users"']);
});

test("allow a field that Keycloak doesn't have", async () => {
  const text =
    "realm: demo\nusers:\n- username: a\n  powers: all\nroles:\n  client:\n    x:\n    - {name: y, z: 1}\n";
  const file = folder.write("unknown.yaml", text);
  const { exitCode, errors } = await runPresets(["check", file]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`${file}:4: users[0].powers\n`);
  expect(errors).toContain(`${file}:8: roles.client.x[0].z\n`);
});
