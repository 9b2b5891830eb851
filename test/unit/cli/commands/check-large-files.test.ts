/** `presets check` of large realm files. */
import { expect, test, vi } from "vitest";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import * as roles from "../../../../src/cli/realm-file/exported-role.ts";
import { account, client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const check = (realm: unknown, ...words: readonly string[]) =>
  runPresets([
    "check",
    folder.write(`${crypto.randomUUID()}.json`, JSON.stringify(realm)),
    ...words,
  ]);

/** A `master` with so many realms, whose `admin` includes all roles over each; every second account holds it. */
function masterWith(realmCount: number, accountCount: number) {
  const adminClients = Array.from({ length: realmCount }, (_, it) => `r${it}-realm`);
  const names = [...adminRoles.keys()];
  const robots = Array.from({ length: accountCount }, (_, it) => `robot${it}`);
  return {
    realm: "master",
    roles: {
      realm: [
        {
          name: "admin",
          composites: { client: Object.fromEntries(adminClients.map((it) => [it, names])) },
        },
      ],
    },
    clients: [...adminClients.map((clientId) => ({ clientId })), ...robots.map(client)],
    users: robots.map((robot, place) =>
      account(
        robot,
        place % 2 === 0
          ? { realmRoles: ["admin"] }
          : { clientRoles: { [`r${place % realmCount}-realm`]: ["view-events"] } },
      ),
    ),
  };
}

test("an account with admin of master has one line for any number of realms", async () => {
  const { output } = await check(masterWith(20, 2), "--allow", "none");
  expect(output.match(/^master \/ robot0 .*$/gm)).toHaveLength(1);
  expect(output.match(/^NOT ALLOWED {2}master \/ robot0.*$/gm)).toHaveLength(1);
  expect(output).toMatch(/^master \/ robot1 .*for realm r1 /m);
});

test("what admin includes is followed once, not for each account and realm", async () => {
  const asked = vi.spyOn(roles, "exportedRoleKey");
  await check(masterWith(20, 20));
  const forTwenty = asked.mock.calls.length;
  expect(forTwenty).toBeGreaterThan(0);
  asked.mockClear();
  await check(masterWith(20, 40));
  // Twenty accounts more ask for their own roles alone.
  expect(asked.mock.calls.length - forTwenty).toBeLessThan(100);
  asked.mockRestore();
});

test("1,500 groups below each other are read", async () => {
  let group: object = { name: "g", clientRoles: ofManagement("view-events") };
  for (let depth = 1; depth < 1500; depth += 1) group = { name: "g", subGroups: [group] };
  const groups = [`/${Array.from({ length: 1500 }, () => "g").join("/")}`];
  const realm = {
    realm: "demo",
    clients: [client("ops")],
    users: [account("ops", { groups })],
    groups: [group],
  };
  const { exitCode, output } = await check(realm, "--allow", "event-reader", "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(output).accounts[0].roles).toEqual(["view-events"]);
});

test("a role may include more roles than a function takes arguments", async () => {
  const realm = {
    realm: "demo",
    roles: {
      realm: [
        {
          name: "all",
          composites: { realm: Array.from({ length: 200_000 }, (_, it) => `r${it}`) },
        },
      ],
    },
    clients: [client("ops")],
    users: [account("ops", { realmRoles: ["all"] })],
  };
  expect(await check(realm)).toMatchObject({ exitCode: 0, errors: "" });
});
