import { expect, test } from "vitest";
import type { Outcome, Sent } from "../../../../src/access/plan/outcome.ts";
import { emptyPlan } from "../../../../src/access/plan/plan.ts";
import { makeChangeRecord } from "../../../../src/access/record/change-record.ts";
import { makeSnapshot, withoutAccount } from "../make-snapshot.ts";

const context = {
  ...{ extensionVersion: "1.0.0", keycloakVersion: null, server: "https://kc.example.org" },
  ...{ realm: "demo", by: null },
};
const snapshot = makeSnapshot({ mapped: ["view-users"], inScope: ["view-users"] });
const attempt = { change: emptyPlan.change, before: snapshot };
const outcome: Outcome = {
  ...{ attempt, direction: "forward", lines: [], thrown: undefined },
  state: { kind: "ready", snapshot },
};
const { goal } = emptyPlan;
const sent: Sent = { from: snapshot, begunAt: 0, steps: [] };

const record = (changes: Partial<Outcome>, from = snapshot) =>
  makeChangeRecord({ goal, outcome: { ...outcome, ...changes } }, { ...sent, from }, context);

test("a record says what was assigned and in the scope before and after", () => {
  const access = {
    ...{ serviceAccountsEnabled: true, publicClient: false, fullScopeAllowed: false },
    roles: { admin: ["view-users"], realm: [] },
    scopeMappings: { admin: ["view-users"], realm: [] },
    ...{ defaultClientScopes: ["basic", "roles"], optionalClientScopes: ["address"] },
  };
  expect(record({})).toMatchObject({ before: access, after: access, outcome: "done" });
});

test("what isn't known isn't told as none", () => {
  const blind = { ...snapshot, isReadable: false, unseenScope: new Set(["realm" as const]) };
  expect(record({}, blind).before).toMatchObject({ roles: null, scopeMappings: null });
  expect(record({}, { ...snapshot, inScope: undefined }).before.scopeMappings).toBe(null);
});

test("a change whose end isn't known says so, and one that stopped too", () => {
  expect(record({ state: undefined })).toMatchObject({ outcome: "notKnown", after: null });
  expect(record({ state: { kind: "clientNotFound" } })).toMatchObject({ after: null });
  const grant = { place: "account", wasPublic: false } as const;
  const lines = [{ grant, isWanted: true, isHeld: false }];
  expect(record({ lines }).outcome).toBe("stopped");
});

test("the account is the one from after the change, else the one from before", () => {
  const none = withoutAccount(snapshot);
  expect(record({}, none).client.serviceAccountUserId).toBe("user-id");
  const gone: Outcome["state"] = { kind: "ready", snapshot: none };
  expect(record({ state: gone }).client.serviceAccountUserId).toBe("user-id");
  expect(record({ state: gone }, none).client.serviceAccountUserId).toBe(null);
});

test("a record has the ends that were set, and those that Undo sets back", () => {
  const key = "admin:view-users" as const;
  const ends = { before: new Map([[key, undefined]]), after: new Map([[key, 86_400_000]]) };
  const end = "1970-01-02T00:00:00.000Z";
  const withEnds = { attempt: { ...attempt, ends } };
  expect(record(withEnds).ends).toEqual([{ role: "view-users", before: null, after: end }]);
  const undone = record({ ...withEnds, direction: "back" });
  expect(undone.ends).toEqual([{ role: "view-users", before: end, after: null }]);
});

test("a step names the roles with their client, and client scopes; where its answer was lost, that isn't known", () => {
  const role = { container: "admin", id: "1", name: "view-users" } as const;
  const realmRole = { container: "realm", id: "2", name: "admin" } as const;
  const clientScope = { id: "3", name: "kc-admin-api" };
  const time = { sentAt: 0, answeredAt: 1_000 };
  const add = { direction: "add" } as const;
  const steps: Sent["steps"] = [
    {
      step: { ...add, place: "mapping", grants: [{ place: "mapping", role }] },
      ...time,
      isDone: true,
    },
    {
      step: { ...add, place: "mapping", grants: [{ place: "mapping", role: realmRole }] },
      ...{ ...time, isDone: undefined },
    },
    {
      step: {
        ...{ ...add, place: "clientScope" },
        grants: [{ place: "clientScope", clientScope, wasOptional: true }],
      },
      ...{ ...time, isDone: false },
    },
  ];
  const made = makeChangeRecord({ goal, outcome }, { from: snapshot, begunAt: 0, steps }, context);
  expect(made.steps).toMatchObject([
    {
      rolesOf: { clientUuid: "admin-uuid", clientId: "realm-management" },
      ...{ roles: [{ id: "1", name: "view-users" }], clientScopes: [], isDone: true },
      answeredAt: "1970-01-01T00:00:01.000Z",
    },
    { rolesOf: null, roles: [{ id: "2", name: "admin" }], isDone: null },
    {
      rolesOf: null,
      roles: [],
      clientScopes: [{ ...clientScope, wasOptional: true }],
      isDone: false,
    },
  ]);
});
