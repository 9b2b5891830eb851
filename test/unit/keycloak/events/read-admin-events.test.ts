import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import {
  readAdminEvents,
  readEventSettings,
} from "../../../../src/keycloak/events/read-admin-events.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const event = (time: number) => ({ time, operationType: "CREATE", resourceType: "USER" });
const page = (length: number) => Array.from({ length }, (_, place) => event(place + 1));
const answer = (request: RegExp, status: number, body?: unknown) =>
  served.faults.push({ request, fault: answering(status, body) });

test("events are asked for as they are wanted, and read to their end", async () => {
  answer(/admin-events/, 200, page(500));
  answer(/admin-events/, 200, page(3));
  const query = {
    authClient: "uuid",
    resourceTypes: ["REALM_ROLE_MAPPING", "CLIENT_ROLE_MAPPING"],
  };
  const read = await readAdminEvents(served.apiOf(), query);
  expect(read?.events).toHaveLength(503);
  expect(read?.isComplete).toBe(true);
  expect(served.sent).toEqual([
    "GET /admin-events?authClient=uuid&resourceTypes=REALM_ROLE_MAPPING&resourceTypes=CLIENT_ROLE_MAPPING&first=0&max=500",
    "GET /admin-events?authClient=uuid&resourceTypes=REALM_ROLE_MAPPING&resourceTypes=CLIENT_ROLE_MAPPING&first=500&max=500",
  ]);
});

test("reading stops at the limit, and says that there may be more", async () => {
  answer(/admin-events/, 200, page(500));
  answer(/max=100$/, 200, page(100));
  const read = await readAdminEvents(served.apiOf(), {}, { most: 600 });
  expect(read?.events).toHaveLength(600);
  expect(read?.isComplete).toBe(false);
});

test("reading can be stopped", async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(readAdminEvents(served.apiOf(), {}, { signal: stop.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(served.sent).toEqual([]);
});

test("an administrator without view-events gets no answer, not an empty one", async () => {
  answer(/admin-events/, 403);
  answer(/events\/config/, 403);
  expect(await readAdminEvents(served.apiOf(), {})).toBe(undefined);
  expect(await readEventSettings(served.apiOf())).toBe(undefined);
});

test("a server that fails is not a realm without events", async () => {
  answer(/admin-events/, 500);
  answer(/events\/config/, 500);
  await expect(readAdminEvents(served.apiOf(), {})).rejects.toThrow(AdminApiError);
  await expect(readEventSettings(served.apiOf())).rejects.toThrow(AdminApiError);
});

test("what the realm keeps is read", async () => {
  answer(/events\/config/, 200, { adminEventsEnabled: true, adminEventsDetailsEnabled: true });
  expect(await readEventSettings(served.apiOf())).toEqual({
    ...{ areWritesKept: true, areDetailsKept: true },
    ...{ areSignInsKept: false, signInsKeptFor: undefined },
  });
});
