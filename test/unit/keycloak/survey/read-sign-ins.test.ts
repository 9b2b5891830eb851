import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readSignIns } from "../../../../src/keycloak/survey/read-sign-ins.ts";
import { createSurveyApi } from "../../../../src/keycloak/survey/survey-api.ts";
import { type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

const [hour, day] = [3_600_000, 86_400_000];
const now = Date.UTC(2026, 5, 15, 12);

beforeEach(() => {
  vi.setSystemTime(now);
  served = serveKeycloak();
  served.realm.changeSettings({ eventsEnabled: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Has the realm keep a sign-in of so many milliseconds ago. */
const record = (ago: number, clientId = "api", userId = "user") =>
  served.realm.record({ type: "CLIENT_LOGIN", clientId, userId, time: now - ago });

const read = () =>
  readSignIns(createSurveyApi(served.apiOf(), new AbortController().signal, () => undefined));

/** For how many days sign-ins are known to be kept. */
const daysKept = async () => {
  const { keptSince, readAt } = await read();
  return keptSince === undefined ? undefined : (readAt - keptSince) / day;
};

test("sign-ins are listed by client ID and by account, with the time of the oldest", async () => {
  record(40 * day, "former");
  record(2 * day);
  expect(await read()).toEqual({
    isRecorded: true,
    isComplete: true,
    lastByClientId: new Map([
      ["former", now - 40 * day],
      ["api", now - 2 * day],
    ]),
    lastByUserId: new Map([["user", now - 2 * day]]),
    keptSince: now - 40 * day,
    readAt: now,
  });
});

test("without an event it isn't known since when they are kept", async () => {
  served.realm.record({ type: "LOGIN", clientId: "web", time: now - 40 * day });
  served.realm.changeSettings({ eventsExpiration: (60 * day) / 1_000 });
  expect(await daysKept()).toBe(undefined);
});

test.each([
  ["what expires is not there any more", 40, 30 * day, 30],
  ["what is about to expire shows that the time is over", 30, 30 * day - hour, 30],
  ["events may not be as old as the realm keeps them", 90, 40 * day, 40],
])("the realm's expiration counts: %s", async (_, expiration, age, days) => {
  served.realm.changeSettings({ eventsExpiration: (expiration * day) / 1_000 });
  record(age);
  expect(await daysKept()).toBe(days);
});

test("an event that has expired and is still there doesn't count", async () => {
  served.realm.changeSettings({ eventsExpiration: (7 * day) / 1_000 });
  record(40 * day);
  expect(await daysKept()).toBe(7);
});

test("if there are more sign-ins than are read, one request finds the oldest", async () => {
  for (let number = 0; number < 500; number += 1) record(hour);
  record(90 * day);
  expect(await daysKept()).toBe(90);
  expect((await read()).isComplete).toBe(false);
  expect(served.sent.filter((request) => request.includes("direction=asc"))).toHaveLength(2);
  served.realm.changeSettings({ eventsExpiration: (30 * day) / 1_000 });
  record(30 * day - 60_000);
  expect(await daysKept()).toBe(30);
});

test("if many sign-ins are from the last days only, the oldest isn't known", async () => {
  for (let number = 0; number < 500; number += 1) record(20 * day);
  expect(await daysKept()).toBe(undefined);
});
