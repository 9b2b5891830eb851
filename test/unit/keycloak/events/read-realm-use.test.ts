import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readRealmUse } from "../../../../src/keycloak/events/read-realm-use.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 12);

let served: ServedKeycloak;
let stop: AbortController;
let counts: number[];

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  served = serveKeycloak();
  stop = new AbortController();
  counts = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const event = (daysAgo: number, userId: string) => ({
  ...{ time: now - daysAgo * day, operationType: "CREATE", authDetails: { userId } },
});
const answer = (request: RegExp, body: unknown, status = 200) =>
  served.faults.push({ request, fault: answering(status, body) });
const page = (length: number, daysAgo: number) =>
  Array.from({ length }, () => event(daysAgo, "account"));

const read = () =>
  readRealmUse(served.apiOf(), {
    days: 90,
    signal: stop.signal,
    onProgress: (count) => counts.push(count),
  });

test("all events of the window are read once, and tell when each user wrote last", async () => {
  answer(/events\/config/, { adminEventsEnabled: true });
  answer(/first=0/, page(500, 2));
  answer(/first=500/, [event(80, "other")]);
  answer(/dateTo=/, [event(100, "other")]);
  expect(await read()).toEqual({
    kind: "read",
    isComplete: true,
    use: {
      lastByUserId: new Map([
        ["account", now - 2 * day],
        ["other", now - 80 * day],
      ]),
      knownSince: now - 90 * day,
      readAt: now,
    },
  });
  expect(counts).toEqual([500, 501]);
});

test("a realm that began to record within the window is known since its oldest event", async () => {
  answer(/events\/config/, { adminEventsEnabled: true });
  answer(/first=0/, [event(2, "a"), event(10, "b")]);
  answer(/dateTo=/, []);
  expect(await read()).toMatchObject({ use: { knownSince: now - 10 * day } });
});

test("a realm without events says nothing of any account", async () => {
  answer(/events\/config/, { adminEventsEnabled: true });
  answer(/first=0/, []);
  answer(/dateTo=/, []);
  expect(await read()).toMatchObject({ isComplete: true, use: { knownSince: undefined } });
});

test("what was read until it was stopped counts", async () => {
  answer(/events\/config/, { adminEventsEnabled: true });
  served.faults.push({
    request: /first=0/,
    fault: async () => {
      stop.abort();
      return Response.json(page(500, 3));
    },
  });
  expect(await read()).toMatchObject({
    isComplete: false,
    use: { lastByUserId: new Map([["account", now - 3 * day]]), knownSince: now - 3 * day },
  });
});

test("a realm that records nothing now, and one whose events may not be seen, are told apart", async () => {
  answer(/events\/config/, { adminEventsEnabled: false });
  expect(await read()).toEqual({ kind: "off" });
  answer(/events\/config/, {}, 403);
  expect(await read()).toEqual({ kind: "notSeen" });
  answer(/events\/config/, { adminEventsEnabled: true });
  answer(/admin-events/, {}, 403);
  expect(await read()).toEqual({ kind: "notSeen" });
});
