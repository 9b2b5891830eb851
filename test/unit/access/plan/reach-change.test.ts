import { expect, test } from "vitest";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import { reachChange } from "../../../../src/access/plan/reach-change.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";
import { sampleMatrix } from "../sample-matrix.ts";

const matrix = sampleMatrix([
  ["GET /users", { allowed: ["view-users", "manage-users"] }],
  ["POST /users", { allowed: ["manage-users"] }],
  ["GET /roles", { allowed: ["view-realm"] }],
]);

function changeOf(snapshot: ReturnType<typeof makeSnapshot>, mode: "add" | "exact" | "remove") {
  const goal = { mode, presets: presets.filter(({ id }) => id === "user-lookup") };
  const { change } = makePlan(goal, snapshot, presetStates(snapshot));
  return new Map(
    reachChange(change, snapshot, matrix).map(({ family, ...rest }) => [family, rest]),
  );
}

test("a family that is reached further grows, and one that is left as it is stays the same", () => {
  const families = changeOf(makeSnapshot({ mapped: ["view-realm"] }), "add");
  expect(families.get("users")).toEqual({ before: "none", after: "reads", direction: "grows" });
  expect(families.get("roles")).toEqual({ before: "reads", after: "reads", direction: "same" });
});

test("access that is replaced shrinks, also to nothing", () => {
  const families = changeOf(makeSnapshot({ mapped: ["manage-users", "view-realm"] }), "exact");
  expect(families.get("users")?.direction).toBe("shrinks");
  expect(families.get("roles")).toEqual({ before: "reads", after: "none", direction: "shrinks" });
});

test("if the scope may contain a role that can't be seen, no direction is known", () => {
  const hidden = { mapped: ["view-users"], inScope: [], unseenScope: ["admin"] } as const;
  const families = changeOf(makeSnapshot(hidden), "remove");
  expect(families.get("users")).toEqual({
    before: "notKnown",
    after: "none",
    direction: undefined,
  });
});

test("enabling service accounts starts from no reach", () => {
  const client = { serviceAccountsEnabled: false };
  const families = changeOf(makeSnapshot({ mapped: ["view-realm"], client }), "add");
  expect(families.get("roles")).toEqual({ before: "none", after: "reads", direction: "grows" });
});
