/** What `presets check` finds in realm files. */
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { account, client, demoRealm, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const asJson = (content: unknown) =>
  folder.write(`${crypto.randomUUID()}.json`, JSON.stringify(content));

/** The roles in effect of each service account, by its client ID and the realm they administer. */
async function rolesIn(
  ...files: readonly string[]
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { output, errors } = await runPresets(["check", "--json", ...files]);
  expect(errors).toBe("");
  const { accounts } = JSON.parse(output) as {
    readonly accounts: { clientId: string; administers: string; roles: string[] }[];
  };
  return Object.fromEntries(
    accounts.map(({ clientId, administers, roles }) => [
      `${clientId} over ${administers}`,
      roles.sort(),
    ]),
  );
}

/** Keycloak includes the other two. */
const viewUsers = ["query-groups", "query-users", "view-users"];

const expected = {
  "Billing over demo": viewUsers,
  "ops over demo": ["manage-users"],
  "team over demo": ["view-events"],
  "idle over demo": [],
  "web over demo": [],
};

test("roles are found through assignments, composite roles and groups", async () => {
  expect(await rolesIn(asJson(demoRealm))).toEqual(expected);
});

test("YAML says the same as JSON", async () => {
  expect(await rolesIn(folder.write("realm.yaml", stringify(demoRealm)))).toEqual(expected);
  expect(await rolesIn(folder.write("realm.YML", stringify(demoRealm)))).toEqual(expected);
});

test("a realm can be spread over files, and a file can contain several realms", async () => {
  const { users, ...rest } = demoRealm;
  const other = { realm: "other", clients: [client("lone")] };
  expect(await rolesIn(asJson([rest, other]), asJson({ realm: "demo", users }))).toEqual({
    ...expected,
    "lone over other": [],
  });
});

test("what several files say of one account, role or group is put together", async () => {
  const first = {
    realm: "demo",
    roles: {
      client: {
        "realm-management": [{ name: "all", composites: { client: ofManagement("manage-users") } }],
      },
    },
    users: [account("ops", { clientRoles: ofManagement("all", "view-events") })],
  };
  const second = {
    realm: "demo",
    roles: { client: { "realm-management": [{ name: "all" }] } },
    users: [account("ops", { groups: ["staff/"] })],
    groups: [{ name: "staff", clientRoles: ofManagement("view-realm") }],
  };
  expect(await rolesIn(asJson(first), asJson(second))).toEqual({
    "ops over demo": ["manage-users", "view-events", "view-realm"],
  });
});

test("composite roles that include each other come to an end", async () => {
  const realm = {
    realm: "demo",
    roles: {
      realm: [
        { name: "one", composites: { realm: ["two"] } },
        { name: "two", composites: { realm: ["one"], client: ofManagement("view-events") } },
      ],
    },
    users: [account("ops", { realmRoles: ["one"] })],
  };
  expect(await rolesIn(asJson(realm))).toEqual({ "ops over demo": ["view-events"] });
});

test.each(["constructor", "toString", "hasOwnProperty"])(
  "a client called %s, as every object has something, is put together like others",
  async (clientId) => {
    const part = (name: string) => ({
      realm: "demo",
      roles: {
        client: { [clientId]: [{ name, composites: { client: ofManagement("view-events") } }] },
      },
    });
    const users = [account("ops", { clientRoles: { [clientId]: ["one", "two"] } })];
    expect(await rolesIn(asJson({ ...part("one"), users }), asJson(part("two")))).toEqual({
      "ops over demo": ["view-events"],
    });
  },
);

test("a group is found by its path even if its name contains a slash", async () => {
  const realm = {
    realm: "demo",
    users: [
      account("ops", { groups: ["/a~/b"] }),
      account("other", { groups: ["/a"] }),
      account("gone", { groups: ["/a/b/c"] }),
    ],
    groups: [{ name: "a/b", clientRoles: ofManagement("view-events") }, { name: "a" }],
    clients: ["ops", "other", "gone"].map(client),
  };
  expect(await rolesIn(asJson(realm))).toEqual({
    "ops over demo": ["view-events"],
    "other over demo": [],
    "gone over demo": [],
  });
});

test("a client whose account is not in the file has what Keycloak gives a new account", async () => {
  const realm = {
    realm: "demo",
    defaultRole: { name: "everybody" },
    defaultGroups: ["/staff"],
    roles: { realm: [{ name: "everybody", composites: { client: ofManagement("view-events") } }] },
    groups: [{ name: "staff", clientRoles: ofManagement("manage-users") }],
    clients: [client("fresh"), { clientId: "web" }],
  };
  expect(await rolesIn(asJson(realm))).toEqual({
    "fresh over demo": ["manage-users", "view-events"],
  });
});

test("the default role has Keycloak's usual name if the file gives none", async () => {
  const composites = { client: ofManagement("view-events") };
  const realm = {
    realm: "Demo",
    roles: { realm: [{ name: "default-roles-demo", composites }] },
    clients: [client("fresh")],
  };
  expect(await rolesIn(asJson(realm))).toEqual({ "fresh over Demo": ["view-events"] });
});

test("an account is found by its username if the file doesn't name its client", async () => {
  const user = { username: "Service-Account-API", clientRoles: ofManagement("view-events") };
  const realm = { realm: "demo", clients: [client("api")], users: [user] };
  expect(await rolesIn(asJson(realm))).toEqual({ "api over demo": ["view-events"] });
});

test("an account that has roles is found without its client, too", async () => {
  const users = [account("alone", { clientRoles: ofManagement("view-events") })];
  expect(await rolesIn(asJson({ realm: "demo", users }))).toEqual({
    "alone over demo": ["view-events"],
  });
});

test("a client of master is listed for each realm that it can administer", async () => {
  const master = {
    realm: "master",
    roles: { realm: [{ name: "admin" }], client: {} },
    clients: [
      client("robot"),
      client("root"),
      { clientId: "master-realm" },
      { clientId: "demo-realm" },
    ],
    users: [
      account("robot", { clientRoles: { "demo-realm": ["view-users"] } }),
      account("root", { realmRoles: ["admin"] }),
    ],
  };
  expect(await rolesIn(asJson(master))).toEqual({
    "robot over master": [],
    "robot over demo": viewUsers,
    "root over master": ["admin"],
  });
});

test("a realm role named admin gives no access outside master", async () => {
  const users = [account("ops", { realmRoles: ["admin"] })];
  const realm = { realm: "demo", clients: [client("ops")], users };
  expect(await rolesIn(asJson(realm))).toEqual({ "ops over demo": [] });
});

test("realms that clients of master administer are found in groups and composite roles, too", async () => {
  const master = {
    realm: "master",
    roles: { realm: [{ name: "ops", composites: { client: { "other-realm": ["view-events"] } } }] },
    groups: [
      {
        name: "staff",
        subGroups: [{ name: "eu", clientRoles: { "demo-realm": ["view-events"] } }],
      },
    ],
    clients: [client("robot")],
    users: [account("robot", { realmRoles: ["ops"], groups: ["/staff/eu"] })],
  };
  expect(await rolesIn(asJson(master))).toEqual({
    "robot over master": [],
    "robot over demo": ["view-events"],
    "robot over other": ["view-events"],
  });
});
