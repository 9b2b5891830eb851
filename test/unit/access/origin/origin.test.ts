import { expect, test } from "vitest";
import type { AdminEvent } from "../../../../src/access/model/admin-event.ts";
import { originOfMembership, originOfRole } from "../../../../src/access/origin/origin.ts";

type Changes = Partial<AdminEvent>;

const event = (time: number, operation: "CREATE" | "DELETE", changes: Changes): AdminEvent => ({
  ...{ time, operation, resourceType: "CLIENT_ROLE_MAPPING", resourcePath: "" },
  ...{ representation: undefined, error: undefined },
  by: { realmId: "r", clientUuid: "c", userId: "anna", ipAddress: undefined },
  ...changes,
});

const path = "users/u/role-mappings/clients/admin";
const roles = (...names: readonly string[]) =>
  JSON.stringify(names.map((name) => ({ id: `id of ${name}`, name })));
const given = (time: number, ...names: readonly string[]) =>
  event(time, "CREATE", { resourcePath: path, representation: roles(...names) });
const taken = (time: number, ...names: readonly string[]) =>
  event(time, "DELETE", { resourcePath: path, representation: roles(...names) });
const unclear = (time: number, operation: "CREATE" | "DELETE") =>
  event(time, operation, { resourcePath: path });

/** When `a` was assigned; or why that isn't known. */
function origin(...events: readonly AdminEvent[]) {
  const found = originOfRole(events, "u", "admin", ({ id }) => id === "id of a");
  return found.kind === "recorded" ? found.event.time : found.kind;
}

test.each<[string, readonly AdminEvent[], number | string]>([
  ["once", [given(1, "a", "b")], 1],
  ["again while it was held", [given(1, "a"), given(2, "a")], 1],
  ["again after it was unassigned", [given(1, "a"), taken(2, "a"), given(3, "a")], 3],
  ["before another role was unassigned", [given(1, "a"), taken(2, "b")], 1],
  ["by no event that is kept", [given(1, "b")], "notRecorded"],
  ["before the events", [], "notRecorded"],
  ["before it was unassigned, by the events alone", [given(1, "a"), taken(2, "a")], "notRecorded"],
  ["by an event without details", [unclear(1, "CREATE")], "noDetails"],
  ["maybe before its event", [unclear(1, "CREATE"), given(2, "a")], "noDetails"],
  ["before an event that can't have given it", [given(1, "a"), unclear(2, "CREATE")], 1],
  ["before it was maybe unassigned", [given(1, "a"), unclear(2, "DELETE")], "noDetails"],
  [
    "after everything that is unclear",
    [unclear(1, "CREATE"), unclear(2, "DELETE"), taken(3, "a"), given(4, "a")],
    4,
  ],
])("a role that was assigned %s", (_, events, expected) => {
  expect(origin(...events)).toBe(expected);
  expect(origin(...events.toReversed())).toBe(expected);
});

test("events of other accounts and clients, and writes that failed, say nothing", () => {
  const details = { representation: roles("a") };
  expect(
    origin(
      event(1, "CREATE", { ...details, resourcePath: "users/other/role-mappings/clients/admin" }),
      event(2, "CREATE", { ...details, resourcePath: "users/u/role-mappings/clients/other" }),
      event(3, "CREATE", { ...details, resourcePath: path, error: "not_allowed" }),
    ),
  ).toBe("notRecorded");
});

test("a realm role, and a role of whatever client, are found too", () => {
  const ofRealm = event(1, "CREATE", {
    ...{ resourcePath: "users/u/role-mappings/realm", representation: roles("ops") },
  });
  const isOps = ({ name }: { readonly name: string }) => name === "ops";
  for (const container of ["realm", undefined]) {
    expect(originOfRole([ofRealm], "u", container, isOps)).toEqual({
      ...{ kind: "recorded", event: ofRealm },
    });
  }
});

const joined = (time: number, representation?: string) =>
  event(time, "CREATE", { resourcePath: "users/u/groups/g", representation });
const left = (time: number, representation?: string) =>
  event(time, "DELETE", { resourcePath: "users/u/groups/g", representation });
const details = JSON.stringify({ id: "g", path: "/ops" });

test("a membership is found by the group's id, without details too", () => {
  const at = (...events: readonly AdminEvent[]) => originOfMembership(events, "u", { id: "g" });
  expect(at(joined(1), left(2), joined(3))).toMatchObject({ event: { time: 3 } });
  expect(at(event(1, "CREATE", { resourcePath: "users/u/groups/other" }))).toEqual({
    kind: "notRecorded",
  });
});

test("a membership is found by the group's path only with details", () => {
  const at = (...events: readonly AdminEvent[]) =>
    originOfMembership(events, "u", { path: "/ops" });
  expect(at(joined(1, details))).toMatchObject({ event: { time: 1 } });
  expect(at(joined(1, details), left(2, details))).toEqual({ kind: "notRecorded" });
  expect(at(joined(1, JSON.stringify({ path: "/other" })))).toEqual({ kind: "notRecorded" });
  for (const unreadable of [undefined, "{", "[]", "null", '{"path":1}']) {
    expect(at(joined(1, unreadable))).toEqual({ kind: "noDetails" });
  }
  expect(at(joined(1, details), left(2))).toEqual({ kind: "noDetails" });
});
