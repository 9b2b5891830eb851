import { expect, test } from "vitest";
import { chanceFrom } from "../../../../lab/full-scope/make-realm.ts";
import { forgeRecord } from "../../../../lab/records/forge-record.ts";
import { clients, planChange } from "../../../../lab/records/plan-changes.ts";
import { emptyPlan } from "../../../../src/access/plan/plan.ts";
import { makeChangeRecord } from "../../../../src/access/record/change-record.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

test("the same seed plans the same changes, of every client and in every mode", () => {
  const planned = (seed: number) => {
    const chance = chanceFrom(seed);
    return Array.from({ length: 100 }, () => planChange(chance));
  };
  expect(planned(1)).toEqual(planned(1));
  expect(planned(1)).not.toEqual(planned(2));
  expect(new Set(planned(1).map(({ kind }) => kind))).toEqual(
    new Set(["add", "exact", "remove", "undo"]),
  );
  expect(new Set(planned(1).map(({ place }) => place)).size).toBe(clients.length);
});

test("a record is forged by its person, or by the roles of its first step", () => {
  const from = makeSnapshot();
  const grants = [{ place: "mapping", role: { container: "admin", id: "1", name: "a" } }] as const;
  const step = { direction: "add", place: "mapping", grants } as const;
  const outcome = {
    ...{ attempt: { change: emptyPlan.change, before: from }, direction: "forward" as const },
    ...{ state: undefined, lines: [], thrown: undefined },
  };
  const context = {
    ...{ extensionVersion: "1.0.0", keycloakVersion: null, server: "https://kc.example.org" },
    ...{ realm: "demo", by: null },
  };
  const recordWith = (steps: readonly (typeof step)[]) =>
    makeChangeRecord(
      { goal: emptyPlan.goal, outcome },
      {
        from,
        begunAt: 0,
        steps: steps.map((it) => ({ step: it, sentAt: 0, answeredAt: 1, isDone: true })),
      },
      context,
    );
  const record = recordWith([step]);
  expect(forgeRecord(record, true).by?.userId).not.toBe(undefined);
  expect(forgeRecord(record, false).steps[0]?.roles).not.toEqual(record.steps[0]?.roles);
  expect(forgeRecord(recordWith([]), false).steps).toEqual([]);
});
