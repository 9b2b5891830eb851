import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readRecordedUse } from "../../../../src/keycloak/client/read-recorded-use.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 12);

let served: ServedKeycloak;
let userId: string;
let personId: string;

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  served = serveKeycloak();
  const { realm } = served;
  const client = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  userId = realm.serviceAccountUserId(client) ?? "";
  const person = realm.makeClient({ clientId: "person", serviceAccountsEnabled: true });
  personId = realm.serviceAccountUserId(person) ?? "";
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const event = (daysAgo: number, ofUser: string) => ({
  ...{ time: now - daysAgo * day, operationType: "CREATE", resourceType: "USER" },
  ...{ resourcePath: "users/1", authDetails: { clientId: "uuid", userId: ofUser } },
});

const answer = (request: RegExp, body: unknown, status = 200) =>
  served.faults.push({ request, fault: answering(status, body) });

interface Kept {
  readonly ofClient?: readonly unknown[];
  readonly ofUser?: readonly unknown[];
  readonly before?: readonly unknown[];
  readonly oldest?: readonly unknown[];
  readonly areWritesKept?: boolean;
  readonly areSignInsKept?: boolean;
}

/** The events that the realm keeps, by how they are asked for. */
function keep(kept: Kept) {
  const { ofClient = [], ofUser = [], before, oldest = [] } = kept;
  const { areWritesKept = true, areSignInsKept = true } = kept;
  answer(/events\/config/, { adminEventsEnabled: areWritesKept, eventsEnabled: areSignInsKept });
  answer(/authClient=/, ofClient);
  answer(/authUser=/, ofUser);
  answer(/dateTo=/, before ?? [event(100, "anybody")]);
  answer(/direction=asc/, oldest);
}

const read = (of: string | undefined = userId) =>
  readRecordedUse(served.apiOf(), {
    ...{ clientUuid: "uuid", userId: of, days: 90, home: served.apiOf() },
  });

test("the writes of a service account's user in the window are its own, the newest first", async () => {
  keep({ ofUser: [event(3, userId), event(1, userId), event(90.5, userId)] });
  expect(await read()).toMatchObject({
    events: [{ time: now - day }, { time: now - 3 * day }],
    isComplete: true,
    areWritesKept: true,
    from: now - 90 * day,
    recordedSince: now - 90 * day,
    byPeople: 0,
  });
  expect(served.sent).toContain(
    `GET /admin-events?authUser=${userId}&dateFrom=2026-08-31&first=0&max=500`,
  );
});

test("writes through the client count where their user is gone, as an earlier service account is", async () => {
  keep({
    ofClient: [event(1, userId), event(2, "gone"), event(3, personId)],
    ofUser: [event(1, userId)],
  });
  const found = await read();
  expect(found?.events.map(({ by }) => by.userId)).toEqual([userId, "gone"]);
  expect(found?.byPeople).toBe(1);
});

test("without a known user, the writes through the client count", async () => {
  keep({ ofClient: [event(1, "gone")] });
  const found = await readRecordedUse(served.apiOf(), {
    ...{ clientUuid: "uuid", userId: undefined, days: 90, home: served.apiOf() },
    signal: new AbortController().signal,
  });
  expect(found?.events).toHaveLength(1);
});

test("a realm that began to record within the window says since when", async () => {
  keep({ before: [], oldest: [event(10, "anybody")], areWritesKept: false });
  expect(await read()).toMatchObject({
    ...{ recordedSince: now - 10 * day, areWritesKept: false, events: [] },
  });
});

test("a realm without any event says nothing of the past", async () => {
  keep({ before: [] });
  expect((await read())?.recordedSince).toBeUndefined();
});

test("more events than are read are told", async () => {
  answer(/events\/config/, { adminEventsEnabled: true });
  for (let page = 0; page < 10; page += 1) {
    answer(
      /authUser=/,
      Array.from({ length: 500 }, () => event(1, userId)),
    );
  }
  answer(/authClient=/, []);
  answer(/dateTo=/, [event(100, "anybody")]);
  const found = await read();
  expect(found?.isComplete).toBe(false);
  expect(found?.events).toHaveLength(5_000);
});

test("an administrator without view-events gets no answer, not an empty one", async () => {
  answer(/events\/config/, {}, 403);
  expect(await read()).toBeUndefined();
  answer(/events\/config/, { adminEventsEnabled: true });
  answer(/admin-events/, {}, 403);
  answer(/admin-events/, {}, 403);
  answer(/admin-events/, {}, 403);
  expect(await read()).toBeUndefined();
});

test("without a known account, or without a look at its realm's events, its sign-in isn't known", async () => {
  keep({});
  const unknown = await readRecordedUse(served.apiOf(), {
    ...{ clientUuid: "uuid", userId: undefined, days: 90, home: served.apiOf() },
  });
  expect(unknown?.signIn).toEqual({ kind: "notSeen" });
  keep({});
  answer(/GET \/events\?type=CLIENT_LOGIN/, {}, 403);
  expect((await read())?.signIn).toEqual({ kind: "notSeen" });
});
