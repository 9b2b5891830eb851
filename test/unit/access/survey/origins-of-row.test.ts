import { expect, test } from "vitest";
import type { AdminEvent } from "../../../../src/access/model/admin-event.ts";
import { roleKey } from "../../../../src/access/model/snapshot.ts";
import { originsOfRow } from "../../../../src/access/survey/origins-of-row.ts";
import { admin, givenBy, makeRows, makeSurvey, userIdOf } from "../make-survey.ts";

const user = `users/${userIdOf("a")}`;
let time = 0;

function event(resourcePath: string, details: unknown): AdminEvent {
  time += 1;
  return {
    ...{ time, operation: "CREATE", resourceType: "", resourcePath: `${user}/${resourcePath}` },
    ...{ representation: JSON.stringify(details), error: undefined },
    by: { realmId: "r", clientUuid: "c", userId: "anna", ipAddress: undefined },
  };
}

const accounts = [
  {
    clientId: "a",
    mapped: ["view-users", "view-realm"],
    given: [
      ...givenBy({ kind: "group", name: "/ops" }, "view-events"),
      ...givenBy({ kind: "composite", name: "everything" }, "manage-events"),
      ...givenBy({ kind: "defaultRole", name: "default-roles-demo" }, "view-clients"),
    ],
  },
];

/** What is told of each role and group of the account. */
function originsIn(events: readonly AdminEvent[], changes: Parameters<typeof makeSurvey>[1] = {}) {
  const [row] = makeRows(accounts, changes);
  if (row === undefined) throw new Error("There is no account.");
  return originsOfRow(row, makeSurvey(accounts, changes), events).map(({ kind, name, origin }) => [
    `${kind} ${name}`,
    origin.kind,
  ]);
}

test("an account came to its roles by roles that are assigned, and by groups, and nobody assigned the default role", () => {
  const inAdmin = "role-mappings/clients/admin-uuid";
  expect(
    originsIn([
      event(inAdmin, [{ id: "id of view-users", name: "renamed-since" }]),
      event("role-mappings/realm", [{ id: "1", name: "everything" }]),
      event("groups/g", { id: "g", path: "/ops" }),
    ]),
  ).toEqual([
    ["role view-realm", "notRecorded"],
    ["role view-users", "recorded"],
    ["role everything", "recorded"],
    ["group /ops", "recorded"],
  ]);
});

test("a role whose id isn't known is found by its name", () => {
  const roles = new Map([[roleKey(admin("view-realm")), { ...admin("view-realm"), id: "1" }]]);
  const assigned = event("role-mappings/clients/admin-uuid", [{ id: "2", name: "view-users" }]);
  expect(originsIn([assigned], { roles })).toContainEqual(["role view-users", "recorded"]);
});

test("realm roles that give admin access are looked for among realm roles", () => {
  const [row] = makeRows(accounts);
  if (row === undefined) throw new Error("There is no account.");
  const held = [{ container: "realm", name: "admin" }] as const;
  const origins = originsOfRow({ ...row, held, indirect: [] }, makeSurvey(accounts), [
    event("role-mappings/realm", [{ id: "1", name: "admin" }]),
  ]);
  expect(origins).toMatchObject([{ name: "admin", origin: { kind: "recorded" } }]);
});
