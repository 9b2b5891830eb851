import { expect, test } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import { planEffect } from "../../../../src/access/plan/plan-effect.ts";
import { makeSnapshot } from "../make-snapshot.ts";
import { sampleMatrix } from "../sample-matrix.ts";

const matrix = sampleMatrix([
  ["GET /users", { allowed: ["view-users"], filtered: ["query-users"] }],
  ["GET /clients", { allowed: ["view-clients"] }],
  ["GET /roles", { allowed: ["view-realm"] }],
]);
const mapping = (name: string): Grant => ({
  place: "mapping",
  role: { container: "admin", name, id: `id of ${name}` },
});
const pathsOf = (calls: readonly { path: string }[]) => calls.map(({ path }) => path);

test("lists the calls that a change allows and denies", () => {
  const snapshot = makeSnapshot({ mapped: ["view-clients", "view-realm"] });
  const change = { add: [mapping("view-users")], remove: [mapping("view-clients")] };
  const { before, after, gained, lost } = planEffect(change, snapshot, matrix);
  expect([before, after]).toEqual([2, 2]);
  expect(pathsOf(gained)).toEqual(["/users"]);
  expect(pathsOf(lost)).toEqual(["/clients"]);
});

test("a call with partial results doesn't count as allowed", () => {
  const change = { add: [mapping("query-users")], remove: [] };
  expect(planEffect(change, makeSnapshot(), matrix)).toEqual({
    isKnown: true,
    before: 0,
    after: 0,
    gained: [],
    lost: [],
  });
});

test("the effect isn't known if this administrator can't see a role in the scope", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], inScope: [], unseenScope: ["admin"] });
  expect(planEffect({ add: [], remove: [] }, snapshot, matrix).isKnown).toBe(false);
});
