import { expect, test } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import { ChangeProgress } from "../../../../src/access/plan/change-progress.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const mapping = (name: string): Grant => ({
  place: "mapping",
  role: { container: "admin", name, id: `id of ${name}` },
});

test("until something is written, the snapshot decides whether a grant exists", () => {
  const progress = new ChangeProgress(makeSnapshot({ mapped: ["view-users"] }));
  expect(progress.isHeld(mapping("view-users"))).toBe(true);
  expect(progress.isHeld(mapping("view-events"))).toBe(false);
});

test("the answer of a write overrides the snapshot, and a lost answer leaves the grant unknown", () => {
  const progress = new ChangeProgress(makeSnapshot({ mapped: ["view-users"] }));
  progress.note([mapping("view-events")], true);
  progress.note([mapping("view-users")], undefined);
  expect(progress.isHeld(mapping("view-events"))).toBe(true);
  expect(progress.isHeld(mapping("view-users"))).toBeUndefined();
});
