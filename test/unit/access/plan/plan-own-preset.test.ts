import { expect, test } from "vitest";
import { markerAttribute } from "../../../../src/access/custom/marker.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import { needsConfirmation } from "../../../../src/access/plan/needs-confirmation.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets, type RealmPreset } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const admin = (...names: readonly string[]) =>
  names.map((name) => ({ container: "admin" as const, name }));

/** A preset that had query-clients and view-users in its first revision. */
const reader: RealmPreset = {
  id: "custom:reader",
  group: "custom",
  roles: admin("query-clients"),
  formerly: [{ changedIn: "2", roles: admin("query-clients", "view-users") }],
  custom: { name: "Reader", purpose: "", revision: 2, gives: [] },
};

function holding(revision: string | undefined, ...mapped: readonly string[]): Snapshot {
  const snapshot = makeSnapshot({ mapped });
  const markers = new Map(revision === undefined ? [] : [[markerAttribute("reader"), revision]]);
  return { ...snapshot, client: { ...snapshot.client, markers } };
}

const statesOf = (snapshot: Snapshot) => presetStates(snapshot, [reader, ...presets]);

const statusOf = (snapshot: Snapshot) => statesOf(snapshot)[0]?.status.kind;

const planOf = (snapshot: Snapshot) =>
  makePlan({ mode: "add", presets: [reader] }, snapshot, statesOf(snapshot));

const removedIn = ({ change }: ReturnType<typeof planOf>) =>
  change.remove.map((grant) => ("role" in grant ? grant.role.name : grant.place));

test("what a preset lost since the client got it is taken when it is applied again, after a look at the plan", () => {
  const snapshot = holding("1", "query-clients", "view-users");
  expect(statusOf(snapshot)).toBe("changed");
  const plan = planOf(snapshot);
  expect(removedIn(plan)).toEqual(["view-users"]);
  expect(needsConfirmation(plan)).toBe(true);
});

test("a role that the preset lost stays where a wider applied preset needs it", () => {
  const snapshot = holding("1", "query-clients", "view-users", "view-realm");
  expect(statusOf(snapshot)).toBe("applied");
  expect(removedIn(planOf(snapshot))).toEqual([]);
});

test.each([undefined, "2"])("with the revision %s at the client, nothing is taken", (revision) => {
  const snapshot = holding(revision, "query-clients", "view-users");
  expect(statusOf(snapshot)).toBe("applied");
  expect(removedIn(planOf(snapshot))).toEqual([]);
});
