/** `presets check` reads a realm as a server imports it, also where that surprises. */
import { expect, test } from "vitest";
import { account, client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

/** Checks a realm with the client `ops`, where nothing is allowed. */
const check = (realm: object) => {
  const content = JSON.stringify({ realm: "demo", clients: [client("ops")], ...realm });
  const file = folder.write(`${crypto.randomUUID()}.json`, content);
  return runPresets(["check", file, "--allow", "none"]);
};

const notAllowed = (clientId: string, role: string) =>
  expect.stringMatching(new RegExp(`^NOT ALLOWED {2}demo / ${clientId}: ${role}$`, "m"));

const power = { clientRoles: ofManagement("manage-users") };
const withPower = [{ name: "helper", composites: { client: ofManagement("manage-users") } }];

test("if a role has the usual name of the default role, the default role gets the next name", async () => {
  const roles = {
    realm: [...withPower, { name: "default-roles-demo" }, { name: "default-roles-demo-1" }],
  };
  const realm = { roles, defaultRoles: ["helper"] };
  const users = [account("ops", { realmRoles: ["default-roles-demo-2"] })];
  expect(await check({ ...realm, users })).toMatchObject({
    exitCode: 1,
    output: notAllowed("ops", "manage-users"),
  });
  const others = [account("ops", { realmRoles: ["default-roles-demo-1"] })];
  expect(await check({ ...realm, users: others })).toMatchObject({ exitCode: 0 });
});

test("admin roles that a file leaves out are added to realm-admin, and what is queried to what is viewed", async () => {
  const thin = [
    { name: "realm-admin", composites: { client: ofManagement("view-users") } },
    { name: "view-users", composites: { client: ofManagement("view-events") } },
    ...["view-events", "manage-users"].map((name) => ({ name })),
  ];
  const content = JSON.stringify({
    realm: "demo",
    clients: ["ops", "watch", "realm-management"].map(client),
    roles: { client: { "realm-management": thin } },
    users: [
      account("ops", { clientRoles: ofManagement("realm-admin") }),
      account("watch", { clientRoles: ofManagement("view-users") }),
    ],
  });
  const { output } = await runPresets(["check", "--json", folder.write("thin.json", content)]);
  const { accounts } = JSON.parse(output);
  const rolesOf = (clientId: string) =>
    accounts.find((it: { clientId: string }) => it.clientId === clientId).roles;
  expect(rolesOf("ops")).toContain("manage-realm");
  expect(rolesOf("ops")).not.toContain("manage-users");
  expect(rolesOf("watch").sort()).toEqual([
    ...["query-groups", "query-users", "view-events", "view-users"],
  ]);
});

/** A realm with one permission, with settings of its own. */
const withPermission = (permission: object, policy: object = {}) => ({
  adminPermissionsEnabled: true,
  clients: [
    client("ops"),
    {
      clientId: "admin-permissions",
      authorizationSettings: {
        policies: [
          { name: "p", type: "client", config: { clients: '["ops"]' }, ...policy },
          { name: "manage all", type: "scope", config: {}, ...permission },
        ],
      },
    },
  ],
});

test("a permission that names its policies beside its settings is found", async () => {
  const { exitCode, output } = await check(withPermission({ policies: ["p"] }));
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^NOT ALLOWED {2}demo \/ ops: can do more than its roles .*manage all/m);
  const others = withPermission({ policies: ["p"] }, { config: { clients: '["other"]' } });
  expect(await check(others)).toMatchObject({ exitCode: 0 });
});

const placeholder = "$" + "{GATE}";
const config = { applyPolicies: '["p"]' };

test.each<[string, object]>([
  [
    "whom a policy names",
    withPermission({ config }, { config: { clients: `["${placeholder}"]` } }),
  ],
  [
    "whether a policy says no",
    withPermission({ config }, { logic: placeholder, config: { clients: '["other"]' } }),
  ],
  ["what a policy is", withPermission({ config, type: placeholder })],
  ["the name of a field of the realm", { [placeholder]: [account("ops", power)] }],
  ["the name of a client scope", { clientScopes: [{ name: placeholder, protocolMappers: [] }] }],
])("a placeholder is not passed over where it decides %s", async (_, realm) => {
  expect((await check(realm)).exitCode).not.toBe(0);
});

const mapper = {
  name: "who",
  protocolMapper: "oidc-hardcoded-claim-mapper",
  config: { "claim.name": "sub", "claim.value": "x", "access.token.claim": "true" },
};

const permissionsClient = { clientId: "admin-permissions", secret: "s" };

test.each<[string, object]>([
  ["named", { adminPermissionsClient: permissionsClient }],
  [
    "named, and among the clients",
    {
      adminPermissionsClient: permissionsClient,
      clients: [{ clientId: "admin-permissions", protocolMappers: [] }],
    },
  ],
  [
    "made by the server",
    {
      adminPermissionsEnabled: true,
      clients: [{ clientId: "admin-permissions" }],
    },
  ],
])("the client of the permissions has a service account, where it is %s", async (_, realm) => {
  const groups = [{ name: "all", ...power }];
  expect(await check({ ...realm, groups, defaultGroups: ["/all"] })).toMatchObject({
    exitCode: 1,
    output: notAllowed("admin-permissions", "manage-users"),
  });
});

test("a mapper of the client of the permissions may let it act as another user", async () => {
  const adminPermissionsClient = { ...permissionsClient, protocolMappers: [mapper] };
  const clients = [client("ops"), { clientId: "admin-permissions" }];
  const { exitCode, output } = await check({ adminPermissionsClient, clients });
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^NOT ALLOWED {2}demo \/ admin-permissions: critical/m);
});

test("the client of the permissions is found if the realm and its clients are in different files", async () => {
  const policies = [
    { name: "p", type: "client", config: { clients: '["ops"]' } },
    { name: "manage all", type: "scope", config: { applyPolicies: '["p"]' } },
  ];
  const files = [
    {
      realm: "demo",
      clients: [client("ops"), { clientId: "fine", authorizationSettings: { policies } }],
    },
    { realm: "demo", adminPermissionsEnabled: true, adminPermissionsClient: { clientId: "fine" } },
  ].map((part) => folder.write(`${crypto.randomUUID()}.json`, JSON.stringify(part)));
  const run = await runPresets(["check", ...files, "--allow", "none"]);
  expect(run.exitCode).toBe(1);
  expect(run.output).toMatch(/^NOT ALLOWED {2}demo \/ ops: can do more than its roles/m);
  expect(run.output).toMatch(/^demo \/ fine/m);
});

test.each([
  ["azp", 1],
  ["tenant", 0],
])(
  "permissions of any client count for one whose mapper writes %s: exit code %i",
  async (claim, exitCode) => {
    const { clients, ...realm } = withPermission(
      { policies: ["p"] },
      { config: { clients: '["other"]' } },
    );
    const [, permissions] = clients;
    const writing = { ...mapper, config: { ...mapper.config, "claim.name": claim } };
    const ops = { ...client("ops"), protocolMappers: [writing] };
    expect(await check({ ...realm, clients: [ops, permissions] })).toMatchObject({ exitCode });
  },
);

test.each([
  [
    "names another client and the policy is positive",
    "azp",
    "oidc-hardcoded-claim-mapper",
    "POSITIVE",
    "NOT ALLOWED",
  ],
  [
    "names another client and the policy is negative",
    "azp",
    "oidc-hardcoded-claim-mapper",
    "NEGATIVE",
    "CANNOT TELL",
  ],
  [
    "is of an unknown type and the policy is positive",
    "x",
    "script-me.js",
    "POSITIVE",
    "CANNOT TELL",
  ],
  [
    "is of an unknown type and the policy is negative",
    "x",
    "script-me.js",
    "NEGATIVE",
    "CANNOT TELL",
  ],
])(
  "if a mapper %s, the permission is reported as what the file tells of it",
  async (_, claim, type, logic, verdict) => {
    const { clients, ...realm } = withPermission(
      { policies: ["p"] },
      {
        logic,
        config: { clients: logic === "POSITIVE" ? '["other"]' : '["ops","admin-permissions"]' },
      },
    );
    const [, permissions] = clients;
    const writing = {
      ...{ ...mapper, protocolMapper: type },
      config: { ...mapper.config, "claim.name": claim },
    };
    const ops = { ...client("ops"), protocolMappers: [writing] };
    const { exitCode, output } = await check({ ...realm, clients: [ops, permissions] });
    expect(exitCode).not.toBe(0);
    const told = output.split("\n").filter((line) => /demo \/ ops: .*manage all/.test(line));
    expect(told).toEqual([expect.stringMatching(`^${verdict} +demo / ops`)]);
  },
);

test("a policy names an account whether its name is written in capitals or not", async () => {
  const named = { type: "user", config: { users: '["Service-Account-Ops"]' } };
  const realm = withPermission({ policies: ["p"] }, named);
  expect(await check({ ...realm, users: [account("ops", {})] })).toMatchObject({ exitCode: 1 });
});

test("a field of the client of the permissions that isn't known is refused", async () => {
  const run = await check({ adminPermissionsClient: { ...permissionsClient, powers: [] } });
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain("adminPermissionsClient.powers");
});
