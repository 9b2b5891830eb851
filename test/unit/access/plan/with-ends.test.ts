import { expect, test } from "vitest";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import type { Mode } from "../../../../src/access/plan/plan.ts";
import { type WantedEnd, withEnds } from "../../../../src/access/plan/with-ends.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const reader = presets.filter(({ id }) => id === "event-reader");
const noEnds: WantedEnd["current"] = new Map();

/** The ends that a plan for the preset changes, for an account that has these roles. */
function endsOf(mode: Mode, mapped: readonly string[], wanted: WantedEnd) {
  const snapshot = makeSnapshot({ mapped });
  const states = presetStates(snapshot);
  const plan = makePlan({ mode, presets: reader }, snapshot, states);
  const after = withEnds(plan, snapshot, states, wanted).ends?.after;
  return after && Object.fromEntries(after);
}

test("what a preset gives ends when that is wanted, also where it is held already", () => {
  const wanted = { end: 7, current: noEnds };
  expect(endsOf("add", [], wanted)).toEqual({ "admin:view-events": 7 });
  expect(endsOf("add", ["view-events"], wanted)).toEqual({ "admin:view-events": 7 });
  expect(endsOf("add", [], { ...wanted, end: "unchanged" })).toBe(undefined);
});

test("what is unassigned loses its end, whatever end is chosen", () => {
  const current = new Map([["admin:view-events", 5]] as const);
  for (const end of [7, undefined, "unchanged"] as const) {
    expect(endsOf("remove", ["view-events"], { end, current })).toEqual({
      "admin:view-events": undefined,
    });
  }
});

test("what another preset in force needs keeps its end", () => {
  // Event reader with user names needs view-events as well.
  const mapped = ["view-events", "view-users", "query-users"];
  expect(endsOf("add", mapped, { end: 7, current: noEnds })).toBe(undefined);
});
