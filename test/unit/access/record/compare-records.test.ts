import { expect, test } from "vitest";
import type { AdminEvent } from "../../../../src/access/model/admin-event.ts";
import { emptyPlan } from "../../../../src/access/plan/plan.ts";
import {
  type ChangeRecord,
  makeChangeRecord,
} from "../../../../src/access/record/change-record.ts";
import { compareRecords } from "../../../../src/access/record/compare-records.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const from = makeSnapshot();
const minute = 60_000;

/** A record of a change that assigned a role at a moment, and was answered a second later. */
function recordAt(sentAt: number): ChangeRecord {
  const role = { container: "admin", id: "1", name: "view-users" } as const;
  const step = {
    direction: "add",
    place: "mapping",
    grants: [{ place: "mapping", role }],
  } as const;
  const outcome = {
    ...{ attempt: { change: emptyPlan.change, before: from }, direction: "forward" as const },
    ...{ state: undefined, lines: [], thrown: undefined },
  };
  const steps = [{ step, sentAt, answeredAt: sentAt + 1_000, isDone: true }];
  return makeChangeRecord(
    { goal: emptyPlan.goal, outcome },
    { from, begunAt: sentAt, steps },
    {
      ...{ extensionVersion: "1.0.0", keycloakVersion: null, server: "https://kc.example.org" },
      ...{ realm: "demo", by: { realm: "demo", userId: "anna", name: "anna" } },
    },
  );
}

const eventAt = (time: number, changes: Partial<AdminEvent> = {}): AdminEvent => ({
  ...{ time, operation: "CREATE", resourceType: "CLIENT_ROLE_MAPPING" },
  resourcePath: "users/user-id/role-mappings/clients/admin-uuid",
  representation: JSON.stringify([{ id: "1", name: "view-users" }]),
  error: undefined,
  by: { realmId: "r", clientUuid: "c", userId: "anna", ipAddress: undefined },
  ...changes,
});

function compare(records: readonly ChangeRecord[], events: readonly AdminEvent[] | undefined) {
  return compareRecords(records, () => ({ events, areOfThatTime: true }));
}

const timesOf = (compared: ReturnType<typeof compare>) =>
  compared.map(({ steps }) => steps.map(({ event }) => event?.time));

test("an event is found though the clocks differ by some minutes, and not by more", () => {
  const at = (skew: number) => compare([recordAt(0)], [eventAt(skew)])[0]?.steps[0]?.verdict;
  expect(at(4 * minute)).toBe("found");
  expect(at(-4 * minute)).toBe("found");
  expect(at(6 * minute)).toBe("missing");
});

test("a change that was made twice needs two events, each with the one that is nearest", () => {
  const records = [recordAt(2 * minute), recordAt(0)];
  const events = [eventAt(2 * minute), eventAt(500)];
  expect(timesOf(compare(records, events))).toEqual([[2 * minute], [500]]);
  expect(compare(records, events.slice(0, 1)).map(({ steps }) => steps[0]?.verdict)).toEqual([
    ...["missing", "found"],
  ]);
});

test("the event of the same person counts before one that is nearer", () => {
  const ofBert = eventAt(500, { by: { ...eventAt(0).by, userId: "bert" } });
  const [compared] = compare([recordAt(0)], [ofBert, eventAt(minute)]);
  expect(compared?.steps[0]).toMatchObject({ verdict: "found", event: { time: minute } });
  // What the other one did at that time is in no record.
  expect(compared?.more).toEqual([ofBert]);
});

test("a write that failed is no event of a step, and nothing more", () => {
  const [compared] = compare([recordAt(0)], [eventAt(500, { error: "not_allowed" })]);
  expect(compared).toMatchObject({ steps: [{ verdict: "missing" }], more: [] });
});

test("without events, and without steps, nothing is claimed", () => {
  const [hidden, empty] = compare([recordAt(0), { ...recordAt(0), steps: [] }], undefined);
  expect(hidden).toMatchObject({ steps: [{ verdict: "notKnown" }], more: [] });
  expect(empty).toMatchObject({ steps: [], more: [] });
});
