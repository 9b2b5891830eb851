import { expect, test } from "vitest";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import type { Mode } from "../../../../src/access/plan/plan.ts";
import { planVerdict, raisesToCritical } from "../../../../src/access/plan/plan-verdict.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { type PresetId, presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

function verdictOf(mapped: readonly string[], mode: Mode, ...ids: readonly PresetId[]) {
  const snapshot = makeSnapshot({ mapped });
  const chosen = presets.filter(({ id }) => ids.includes(id));
  const { change } = makePlan({ mode, presets: chosen }, snapshot, presetStates(snapshot));
  return planVerdict(change, snapshot);
}

test.each([
  [["realm-admin"], "exact", "user-lookup", "endsRealmAdmin"],
  [["realm-admin"], "exact", "realm-configuration", "sameWorst"],
  [["realm-admin"], "remove", "full-administration", "endsAll"],
  [["view-users", "query-users"], "remove", "user-lookup", "endsAll"],
  [["view-users", "view-realm"], "exact", "realm-settings-reader", "lowers"],
  [["view-identity-providers"], "add", "user-lookup", "raises"],
  [[], "add", "user-lookup", "raises"],
  [["manage-organizations", "view-users"], "exact", "user-lookup", "lowers"],
  [["manage-users"], "add", "user-lookup", "unchanged"],
  [["manage-organizations", "view-events"], "exact", "event-reader", "sameWorst"],
  [["manage-users"], "exact", "user-lookup", "endsWayToRealmAdmin"],
] as const)("with %j, to %s %s %s", (mapped, mode, id, kind) => {
  expect(verdictOf(mapped, mode, id)?.kind).toBe(kind);
});

test("names the worst before and after", () => {
  const verdict = verdictOf(["realm-admin"], "exact", "realm-configuration");
  expect(verdict?.before?.consequences[0]?.id).toBe("isRealmAdmin");
  expect(verdict?.after?.consequences[0]?.id).toBe("becomesRealmAdmin");
});

test("if nothing changes, or the roles can't be seen, there is no verdict", () => {
  expect(verdictOf(["realm-admin"], "add", "full-administration")).toBeUndefined();
  const snapshot = { ...makeSnapshot(), isReadable: false };
  const role = { container: "admin", name: "view-users", id: "1" } as const;
  const change = { add: [{ place: "mapping", role }], remove: [] } as const;
  expect(planVerdict(change, snapshot)).toBeUndefined();
});

test("a leftover account that is enabled gets back from nothing what it holds", () => {
  const client = { serviceAccountsEnabled: false };
  const snapshot = makeSnapshot({ mapped: ["realm-admin"], client });
  const goal = { mode: "add", presets: [], enablesAccount: true } as const;
  const { change } = makePlan(goal, snapshot, presetStates(snapshot));
  const verdict = planVerdict(change, snapshot);
  expect(verdict?.kind).toBe("raises");
  expect(verdict?.before).toBeUndefined();
  expect(raisesToCritical(verdict)).toBe(true);
});

test.each([
  [[], "add", "user-management", true],
  [[], "add", "user-lookup", false],
  [["realm-admin"], "exact", "realm-configuration", false],
  [["realm-admin"], "exact", "user-lookup", false],
] as const)("with %j, to %s %s raises power to critical: %s", (mapped, mode, id, isRaised) => {
  expect(raisesToCritical(verdictOf(mapped, mode, id))).toBe(isRaised);
});
