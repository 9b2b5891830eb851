import { expect, test } from "vitest";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import type { Mode } from "../../../../src/access/plan/plan.ts";
import { staysNothing, whatStays } from "../../../../src/access/plan/what-stays.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { type PresetId, presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

function stays(holding: Parameters<typeof makeSnapshot>[0], mode: Mode, ...ids: PresetId[]) {
  const snapshot = makeSnapshot(holding);
  const states = presetStates(snapshot);
  const chosen = presets.filter(({ id }) => ids.includes(id));
  const plan = makePlan({ mode, presets: chosen }, snapshot, states);
  const found = whatStays(plan, snapshot, states);
  return {
    assigned: found?.assigned.map(({ name }) => name),
    inherited: found?.inherited.map(({ name }) => name),
    presets: found?.presets.map(({ id }) => id),
    inScope: found?.inScope.map(({ name }) => name),
    isNothing: found === undefined ? undefined : staysNothing(found),
  };
}

test("replaced access leaves nothing beside its preset", () => {
  expect(stays({ mapped: ["realm-admin"] }, "exact", "user-lookup")).toEqual({
    assigned: [],
    inherited: [],
    presets: [],
    inScope: [],
    isNothing: true,
  });
});

test("roles and presets from a group stay, and are named by the outermost role", () => {
  const holding = { mapped: ["view-events"], heldOtherwise: ["realm-admin"] };
  const { inherited, presets: applied } = stays(holding, "exact", "user-lookup");
  expect(inherited).toEqual(["realm-admin"]);
  expect(applied).toEqual(["full-administration"]);
});

test("a preset that is added leaves other assigned roles and their presets", () => {
  const { assigned, presets: applied } = stays({ mapped: ["view-events"] }, "add", "user-lookup");
  expect(assigned).toEqual(["view-events"]);
  expect(applied).toEqual(["event-reader"]);
});

test("a removed preset that another role gives too stays applied", () => {
  const { presets: applied } = stays(
    { mapped: ["view-users", "realm-admin"] },
    "remove",
    "user-lookup",
  );
  expect(applied).toEqual(["full-administration"]);
});

test("a role that is taken stays in the client's scope", () => {
  const holding = { mapped: ["view-events"], inScope: ["view-events"] };
  expect(stays(holding, "remove", "event-reader").inScope).toEqual(["view-events"]);
});

test("if the assigned roles can't be seen, the plan doesn't say what stays", () => {
  const snapshot = { ...makeSnapshot(), isReadable: false };
  const plan = makePlan({ mode: "add", presets: [] }, snapshot, []);
  expect(whatStays(plan, snapshot, [])).toBeUndefined();
});
