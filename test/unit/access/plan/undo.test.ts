import { expect, test } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import type { Outcome } from "../../../../src/access/plan/outcome.ts";
import { isUndoable } from "../../../../src/access/plan/undo.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

const mapping: Grant = {
  place: "mapping",
  role: { container: "admin", name: "view-users", id: "id" },
};

const outcome = (
  grant: Grant,
  isHeld: boolean | undefined,
  direction: Outcome["direction"] = "forward",
): Outcome => ({
  attempt: { change: { add: [grant], remove: [] }, before: makeSnapshot() },
  direction,
  state: undefined,
  lines: [{ grant, isWanted: true, isHeld }],
  thrown: undefined,
});

test("a change can be undone if it did, or may have done, something", () => {
  expect(isUndoable(outcome(mapping, true))).toBe(true);
  expect(isUndoable(outcome(mapping, undefined))).toBe(true);
  expect(isUndoable(outcome(mapping, false))).toBe(false);
});

test("an undo is not undone, and the service account itself stays", () => {
  expect(isUndoable(outcome(mapping, true, "back"))).toBe(false);
  expect(isUndoable(outcome({ place: "account", wasPublic: false }, undefined))).toBe(false);
});
