import { expect, test } from "vitest";
import { createRemovalPlans } from "../../../../src/access/plan/removal-plans.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

test("the removal of a preset is planned once, however often its row is drawn", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events"] });
  const planOf = createRemovalPlans(snapshot, presetStates(snapshot));
  const [preset] = presets.filter(({ id }) => id === "event-reader");
  if (preset === undefined) throw new Error("There is no such preset.");
  const plan = planOf(preset);
  expect(plan.change.remove).toHaveLength(1);
  expect(planOf(preset)).toBe(plan);
});
