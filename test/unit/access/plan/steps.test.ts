import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, Grant } from "../../../../src/access/model/grant.ts";
import { stepsOf } from "../../../../src/access/plan/steps.ts";

const clientScope = { id: "scope-id", name: "kc-admin-api" };

const anyGrant: fc.Arbitrary<Grant> = fc.oneof(
  fc.constant({ place: "account", wasPublic: false } as const),
  fc.constant({ place: "clientScope", clientScope, wasOptional: false } as const),
  fc.record({
    place: fc.constantFrom("mapping" as const, "scope" as const),
    role: fc.record({
      container: fc.constantFrom("admin" as const, "realm" as const),
      id: fc.string(),
      name: fc.string(),
    }),
  }),
);

const rank = ["account", "mapping", "scope", "clientScope"];

test("every grant is in one step, no step is empty, and each is one place and one container", () => {
  fc.assert(
    fc.property(fc.array(anyGrant), fc.array(anyGrant), (add, remove) => {
      const steps = stepsOf({ add, remove });
      const sent = (direction: string) =>
        steps.filter((step) => step.direction === direction).flatMap(({ grants }) => grants);
      expect(new Set(sent("add"))).toEqual(new Set(add));
      expect(sent("add")).toHaveLength(add.length);
      expect(sent("remove")).toHaveLength(remove.length);
      for (const { grants, place } of steps) {
        expect(grants.length).toBeGreaterThan(0);
        expect(grants.every((grant) => grant.place === place)).toBe(true);
        const containers = grants.map((grant) => ("role" in grant ? grant.role.container : ""));
        expect(new Set(containers).size).toBe(1);
      }
    }),
  );
});

test("the account comes first, and additions come before removals", () => {
  const anyOther = anyGrant.filter(({ place }) => place !== "account");
  fc.assert(
    fc.property(fc.array(anyOther), fc.array(anyOther), (add, remove) => {
      const order = stepsOf({ add, remove }).map(
        ({ direction, place }) => (direction === "add" ? 0 : 10) + rank.indexOf(place),
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
  );
});

const account: Grant = { place: "account", wasPublic: true };
const mapping: Grant = {
  place: "mapping",
  role: { container: "admin", id: "1", name: "view-users" },
};
const orderOf = (change: Change) =>
  stepsOf(change).map(({ direction, place }) => `${direction} ${place}`);

test("roles of a leftover account are removed before service accounts are enabled", () => {
  expect(orderOf({ add: [mapping, account], remove: [mapping] })).toEqual([
    ...["remove mapping", "add account", "add mapping"],
  ]);
});

test("a client is made public again after its roles are removed", () => {
  expect(orderOf({ add: [], remove: [account, mapping] })).toEqual([
    ...["remove mapping", "remove account"],
  ]);
});
