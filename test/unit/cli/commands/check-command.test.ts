import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { bundlePresets, type Presets } from "../run-presets.ts";

let cli: Presets;

beforeAll(async () => {
  cli = await bundlePresets();
}, 60_000);

afterAll(() => cli.remove());

const client = (clientId: string) => ({ clientId, enabled: true, serviceAccountsEnabled: true });
const account = (clientId: string, given: object) => ({
  username: `service-account-${clientId.toLowerCase()}`,
  enabled: true,
  serviceAccountClientId: clientId,
  ...given,
});
const ofManagement = (...roles: readonly string[]) => ({ "realm-management": roles });

const demo = {
  realm: "demo",
  defaultRole: { name: "default-roles-demo" },
  roles: {
    realm: [
      { name: "ops", composites: { realm: ["inner"] } },
      { name: "inner", composites: { client: ofManagement("manage-users") } },
      { name: "default-roles-demo", composites: { realm: ["offline_access"] } },
    ],
    client: {
      "realm-management": [
        ...["query-users", "query-groups", "manage-users", "view-events", "realm-admin"],
        "view-users",
      ].map((name) => ({ name })),
    },
  },
  clients: ["Billing", "ops", "team", "idle", "web"].map(client),
  users: [
    account("Billing", { clientRoles: ofManagement("view-users", "query-users") }),
    account("ops", { realmRoles: ["ops", "default-roles-demo"] }),
    account("team", { groups: ["/staff/eu"] }),
    account("idle", { realmRoles: ["default-roles-demo"] }),
    { username: "ada", realmRoles: ["ops"] },
  ],
  groups: [
    { name: "staff", clientRoles: ofManagement("view-events"), subGroups: [{ name: "eu" }] },
  ],
};

const asJson = (realm: object) => cli.write(`${crypto.randomUUID()}.json`, JSON.stringify(realm));

/** The accounts by their client IDs, with the roles in effect. */
function rolesIn(...files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { output, errors } = cli.run("check", "--json", ...files);
  expect(errors).toBe("");
  const { accounts } = JSON.parse(output) as {
    accounts: { clientId: string; administers: string; roles: string[] }[];
  };
  return new Map(
    accounts.map(({ clientId, administers, roles }) => [
      `${clientId} over ${administers}`,
      roles.sort(),
    ]),
  );
}

/** Keycloak includes the other two. */
const viewsUsers = ["query-groups", "query-users", "view-users"];

const expected = new Map([
  ["Billing over demo", viewsUsers],
  ["ops over demo", ["manage-users"]],
  ["team over demo", ["view-events"]],
  ["idle over demo", []],
  ["web over demo", []],
]);

test("what each program holds is found through mappings, composite roles and groups", () => {
  expect(rolesIn(asJson(demo))).toEqual(expected);
});

test("YAML says the same, and a realm may be spread over files", () => {
  const { users, ...rest } = demo;
  const main = cli.write("demo-realm.yaml", stringify(rest));
  const ofUsers = asJson({ realm: "demo", users });
  expect(rolesIn(main, ofUsers)).toEqual(expected);
});

test("people read where a role comes from and what it means", () => {
  const { exitCode, output } = cli.run("check", asJson(demo));
  expect(exitCode).toBe(0);
  expect(output).toMatch(
    /demo \/ ops {2}\| {2}User management {2}\| {2}through composite ops {2}\| {2}critical/,
  );
  expect(output).toContain("through group /staff/eu");
});

test("the answer is no where a program holds more than it is allowed", () => {
  const file = asJson(demo);
  const allow = (...allowances: readonly string[]) =>
    cli.run("check", file, ...allowances.flatMap((it) => ["--allow", it]));
  const refused = allow("user-lookup", "team=event-reader");
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain("NOT ALLOWED  demo / ops: manage-users");
  expect(refused.output).not.toContain("NOT ALLOWED  demo / Billing");
  expect(refused.output).not.toContain("NOT ALLOWED  demo / team");
  expect(
    allow("Billing=user-lookup,event-reader", "team=event-reader", "ops=user-management"),
  ).toMatchObject({ exitCode: 0 });
  expect(allow("none").output.match(/NOT ALLOWED/g)).toHaveLength(3);
  expect(allow("full-administration").exitCode).toBe(0);
  expect(allow("user-lookup", "ops=no-preset")).toMatchObject({ exitCode: 2, output: "" });
});

test("a client of master is told for each realm that it can administer", () => {
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
  const roles = rolesIn(asJson(master));
  expect(roles.get("robot over demo")).toEqual(viewsUsers);
  expect(roles.get("robot over master")).toEqual([]);
  expect(roles.get("root over master")).toEqual(["admin"]);
});

test("of a client of master that holds too much it is said over which realm", () => {
  const realms = ["demo", "shop"].map((realm) => `${realm}-realm`);
  const file = asJson({
    realm: "master",
    clients: [client("robot"), ...realms.map((clientId) => ({ clientId }))],
    users: [
      account("robot", {
        clientRoles: Object.fromEntries(
          ["master-realm", ...realms].map((clientId) => [clientId, ["view-events"]]),
        ),
      }),
    ],
  });
  const { output } = cli.run("check", file, "--allow", "none");
  expect(output.match(/^NOT ALLOWED.*$/gm)?.sort()).toEqual([
    "NOT ALLOWED  master / robot over realm demo: view-events",
    "NOT ALLOWED  master / robot over realm shop: view-events",
    "NOT ALLOWED  master / robot: view-events",
  ]);
  expect(output).toContain("master / robot  |  over realm demo  |  Event reader");
});

test("what several files say of one account, role or group is put together", () => {
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
  const roles = rolesIn(asJson(first), asJson(second));
  expect(roles.get("ops over demo")).toEqual(
    ["all", "manage-users", "view-events", "view-realm"].filter((it) => it !== "all"),
  );
});

test.each(["constructor", "toString", "hasOwnProperty"])(
  "a client called %s, as every object has something, is put together like others",
  (clientId) => {
    const part = (name: string) => ({
      realm: "demo",
      roles: {
        client: { [clientId]: [{ name, composites: { client: ofManagement("view-events") } }] },
      },
    });
    const users = [account("ops", { clientRoles: { [clientId]: ["one", "two"] } })];
    const roles = rolesIn(asJson({ ...part("one"), users }), asJson(part("two")));
    expect(roles.get("ops over demo")).toEqual(["view-events"]);
  },
);

test("a client whose account is not in the file holds what Keycloak gives a new one", () => {
  const file = asJson({
    realm: "demo",
    defaultRole: { name: "everybody" },
    defaultGroups: ["/staff"],
    roles: { realm: [{ name: "everybody", composites: { client: ofManagement("view-events") } }] },
    groups: [{ name: "staff", clientRoles: ofManagement("manage-users") }],
    clients: [client("fresh")],
  });
  expect(rolesIn(file)).toEqual(new Map([["fresh over demo", ["manage-users", "view-events"]]]));
  expect(cli.run("check", file, "--allow", "none").exitCode).toBe(1);
});

test("realms that clients of master administer are found in groups and composite roles too", () => {
  const file = asJson({
    realm: "master",
    roles: { realm: [{ name: "ops", composites: { client: { "other-realm": ["view-events"] } } }] },
    groups: [{ name: "staff", clientRoles: { "demo-realm": ["view-events"] } }],
    clients: [client("robot")],
    users: [account("robot", { realmRoles: ["ops"], groups: ["/staff"] })],
  });
  const roles = rolesIn(file);
  expect(roles.get("robot over demo")).toEqual(["view-events"]);
  expect(roles.get("robot over other")).toEqual(["view-events"]);
});

test("a name can't make lines of its own, nor wipe one", () => {
  const name = "evil\n::error::x\u001b[2K";
  const users = [account(name, { clientRoles: ofManagement("view-events") })];
  const { output } = cli.run("check", asJson({ realm: "demo", users }), "--allow", "none");
  expect(output.trimEnd().split("\n")).toHaveLength(2);
  expect(output).toContain("evil\\u000a::error::x\\u001b[2k");
});

test("what a part of a realm says of an account is told, also without its client", () => {
  const users = [account("alone", { clientRoles: ofManagement("view-events") })];
  expect(rolesIn(asJson({ realm: "demo", users }))).toEqual(
    new Map([["alone over demo", ["view-events"]]]),
  );
});

test.each([
  ["not JSON", "could not be read"],
  ["[1]", "is no export of a realm"],
  ['{"realm":"x","users":[{"groups":"all"}]}', "users[0].groups"],
])("%s is refused with the reason", (content, reason) => {
  const { exitCode, output, errors } = cli.run("check", cli.write("broken.json", content));
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(reason);
});

test("neither the name of a file nor what is in it moves or wipes a line of an error", () => {
  const name = "evil\n\u001b[2K.json";
  const { exitCode, errors } = cli.run("check", cli.write(name, '{"realm":5}'));
  expect(exitCode).toBe(2);
  expect(errors).toMatch(/evil\\u000a\\u001b\[2K\.json is no export of a realm:\n.*\n.*realm\n$/);
  const broken = cli.run("check", cli.write("broken.yaml", 'a: "\u001b[2K\nb: ['));
  expect(broken.exitCode).toBe(2);
  expect(broken.errors).toContain("broken.yaml could not be read");
  expect(broken.errors).not.toContain("\u001b");
  expect(cli.run("check", "no\u001b[2K.json").errors).not.toContain("\u001b");
});

test("a file that there is not is told", () => {
  expect(cli.run("check", "nowhere.json")).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining("nowhere.json could not be read"),
  });
});
