import { expect, test, vi } from "vitest";
import { isWhole } from "../../../../src/access/plan/plan.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { createPlanOf } from "../../../../src/panel/bulk/create-plan-of.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

const reader = presets.filter(({ id }) => id === "event-reader");

test("the plan of a client is made once, until its snapshot or the goal is another", () => {
  const snapshot = makeSnapshot();
  const looks = vi.fn();
  const watched = new Proxy(snapshot, {
    get: (target, key, receiver) => {
      looks();
      return Reflect.get(target, key, receiver);
    },
  });
  const planOf = createPlanOf({ action: "add", presets: reader }, "unchanged");
  const plan = planOf({ snapshot: watched });
  const looked = looks.mock.calls.length;
  expect(looked).toBeGreaterThan(0);
  expect(planOf({ snapshot: watched })).toBe(plan);
  expect(looks).toHaveBeenCalledTimes(looked);
  expect(planOf({ snapshot: makeSnapshot() })).toEqual(plan);
  const back = createPlanOf({ action: "remove", presets: reader }, "unchanged");
  expect(back({ snapshot: watched })).not.toEqual(plan);
});

test("a client that was not read has no plan", () => {
  expect(
    createPlanOf({ action: "add", presets: reader }, "unchanged")({ snapshot: undefined }),
  ).toBeUndefined();
});

test("a preset that the server doesn't have isn't left out of what replaces the access", () => {
  const ofMaster = presets.filter(({ id }) => id === "realm-creation");
  const snapshot = makeSnapshot({ mapped: ["realm-admin"] });
  const plan = createPlanOf({ action: "exact", presets: ofMaster }, "unchanged")({ snapshot });
  expect(plan?.goal.presets).toHaveLength(1);
  expect(plan !== undefined && isWhole(plan)).toBe(false);
});
