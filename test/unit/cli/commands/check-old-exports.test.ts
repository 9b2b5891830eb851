/** `presets check` of old exports, whose spellings Keycloak still imports. */
import { expect, test } from "vitest";
import { client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

/** The roles in effect of `ops`. */
async function rolesOfOps(realm: object): Promise<readonly string[]> {
  const file = folder.write(
    `${crypto.randomUUID()}.json`,
    JSON.stringify({ realm: "demo", clients: [client("ops")], ...realm }),
  );
  const { output, errors } = await runPresets(["check", "--json", file]);
  expect(errors).toBe("");
  return JSON.parse(output).accounts[0].roles;
}

const ops = { username: "service-account-ops", serviceAccountClientId: "ops" };

const given = ofManagement("manage-users");

test.each<[string, object]>([
  ["applicationRoles of a user", { users: [{ ...ops, applicationRoles: given }] }],
  [
    "applicationRoles beside clientRoles that are null",
    { users: [{ ...ops, applicationRoles: given, clientRoles: null }] },
  ],
  [
    "composites.application",
    {
      users: [{ ...ops, realmRoles: ["all"] }],
      roles: { realm: [{ name: "all", composites: { application: given } }] },
    },
  ],
  [
    "roles.application",
    {
      users: [{ ...ops, clientRoles: { ops: ["all"] } }],
      roles: { application: { ops: [{ name: "all", composites: { client: given } }] } },
    },
  ],
  [
    "defaultRoles of the realm",
    {
      defaultRoles: ["all"],
      roles: { realm: [{ name: "all", composites: { client: given } }] },
    },
  ],
  [
    "defaultRoles of a client",
    {
      clients: [client("ops"), { clientId: "realm-management", defaultRoles: ["manage-users"] }],
    },
  ],
  [
    "applications",
    {
      clients: null,
      applications: [{ name: "ops", serviceAccountsEnabled: true }],
      users: [{ ...ops, clientRoles: given }],
    },
  ],
  [
    "a role with space around its name",
    { users: [{ ...ops, clientRoles: ofManagement(" manage-users ") }] },
  ],
  [
    "flags in quotes",
    {
      clients: [{ clientId: "ops", serviceAccountsEnabled: "true" }],
      users: [{ ...ops, clientRoles: given }],
    },
  ],
])("%s count", async (_, realm) => {
  expect(await rolesOfOps(realm)).toEqual(["manage-users"]);
});

test("the old spelling is ignored if the new one exists, as by the server", async () => {
  const user = { ...ops, applicationRoles: given, clientRoles: ofManagement("view-events") };
  expect(await rolesOfOps({ users: [user] })).toEqual(["view-events"]);
});

test("defaultRoles are ignored if the realm names its default role", async () => {
  const realm = {
    defaultRole: { name: "everybody" },
    clients: [client("ops"), { clientId: "realm-management", defaultRoles: ["manage-users"] }],
  };
  expect(await rolesOfOps(realm)).toEqual([]);
});

test("lists may be null", async () => {
  const nothing = { users: null, groups: null, roles: { realm: null, client: null } };
  expect(await rolesOfOps({ ...nothing, defaultGroups: null })).toEqual([]);
});
