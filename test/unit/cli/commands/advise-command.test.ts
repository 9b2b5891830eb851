import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const server = "https://kc.example.org";
const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 12);

beforeEach(() => vi.useFakeTimers({ now, toFake: ["Date"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Events {
  /** Undefined where they may not be seen. */
  readonly own?: readonly (readonly [daysAgo: number, event: string])[] | undefined;
  readonly areKept?: boolean;
  readonly byPerson?: number;
  readonly isRealmQuiet?: boolean;
  readonly mostPages?: boolean;
}

/** A realm `demo` whose client `api` has these roles, and whose events these are. */
function serve(roles: readonly string[], events: Events) {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  demo.makeAdministrator({
    token: "auditor",
    adminRoles: ["view-clients", "view-users", "query-groups", "view-realm", "view-events"],
  });
  const client = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = demo.serviceAccountUserId(client) ?? "";
  demo.mapRoles(
    userId,
    roles.map((name) => demo.findRole(name, demo.adminClientUuid).id),
  );
  const asEvent = ([daysAgo, text]: readonly [number, string], author = userId) => {
    const [operationType, resourceType, resourcePath] = text.split(" ");
    const authDetails = { clientId: client, userId: author };
    return { time: now - daysAgo * day, operationType, resourceType, resourcePath, authDetails };
  };
  const other = demo.makeClient({ clientId: "person", serviceAccountsEnabled: true });
  const personId = demo.serviceAccountUserId(other) ?? "";
  const answer = (url: URL): unknown => {
    if (url.pathname.endsWith("/events/config"))
      return { adminEventsEnabled: events.areKept ?? true };
    if (url.searchParams.has("authUser")) {
      const own = (events.own ?? []).map((it) => asEvent(it));
      return events.mostPages ? Array.from({ length: 500 }, () => own[0]) : own;
    }
    if (url.searchParams.has("authClient")) {
      return Array.from({ length: events.byPerson ?? 0 }, () =>
        asEvent([1, "CREATE GROUP groups/1"], personId),
      );
    }
    return events.isRealmQuiet ? [] : [asEvent([200, "CREATE USER users/1"], "anybody")];
  };
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    const url = new URL(input);
    if (url.pathname.endsWith("/token")) {
      return Response.json({ access_token: "auditor", token_type: "Bearer", expires_in: 60 });
    }
    if (!/\/admin-events|\/events\/config/.test(url.pathname)) return keycloak.fetch(input, init);
    return "own" in events && events.own === undefined
      ? Response.json({ error: "HTTP 403" }, { status: 403 })
      : Response.json(answer(url));
  });
}

const advise = (...words: readonly string[]) =>
  runPresets(["advise", ...words], { environment: { CLIENT_SECRET: "secret" } });

const ofServer = ["api", "--server", server, "--realm", "demo", "--client", "auditor"];

test("a realm admin that writes users is advised the preset for that", async () => {
  serve(["realm-admin"], {
    own: [
      [1, "CREATE USER users/1"],
      [2, "CREATE USER users/2"],
      [3, "ACTION USER users/1/reset-password"],
    ],
  });
  const { exitCode, output, errors } = await advise(...ofServer);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  const lines = output.split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "Events: 3 since 2026-09-01 (90 days).",
    "Whether it signed in isn't known: its realm doesn't record sign-ins now.",
    "2 calls (2 writes from events)",
    expect.stringMatching(/^Recommended {2}user-management {2}critical: /),
  ]);
  expect(output).toMatch(/\n {2}smallest roles {2}manage-users\n {2}\d{3} other calls would go\n/);
  expect(output).toMatch(/\n {2}POST \/users {2}.* \(2 events, last 2026-11-29\)\n/);
  expect(output).toContain("Reads leave no event: reads that the program makes today may be lost.");
});

test("advice is given to programs as JSON", async () => {
  serve(["realm-admin"], { own: [[1, "CREATE USER users/1"]], byPerson: 2 });
  const { exitCode, output } = await advise(...ofServer, "--json", "--days", "30");
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    measuredOn: expect.stringMatching(/^26\.7\./),
    complete: true,
    events: {
      ...{ days: 30, kept: true, allRead: true, read: 1, byPeople: 2 },
      recordedSince: "2026-10-31T12:00:00.000Z",
    },
    counts: { calls: 1, fromEvents: 1, fromLog: 0 },
    recommended: { presets: ["user-management"], roles: ["manage-users"], risk: "critical" },
    roles: ["manage-users"],
    gained: [],
    calls: [{ method: "POST", path: "/users", events: 1, lastEvent: "2026-11-29T12:00:00.000Z" }],
    deniedNow: [],
    notRecognized: [],
    leaveNoEvent: expect.arrayContaining([{ method: "DELETE", path: "/events" }]),
  });
});

test("where nothing was recorded, no role is called unused", async () => {
  serve(["realm-admin"], { own: [] });
  const { exitCode, output } = await advise(...ofServer);
  expect(exitCode).toBe(0);
  expect(output).toContain("No write needing its admin roles was recorded since 2026-09-01.");
  expect(output).not.toMatch(/Recommended|unused/);
});

test("an event of no known call is told, and the advice isn't complete", async () => {
  serve(["realm-admin"], { own: [[1, "CREATE CUSTOM \u001bx/1"]] });
  const { exitCode, output } = await advise(...ofServer);
  expect(exitCode).toBe(3);
  expect(output).toContain("No call is known.");
  expect(output).toContain(
    "Events that were not recognized: what they need isn't known\n  CREATE CUSTOM \\u001bx/1  (1 event)\n",
  );
});

test("writes that are denied now and writes by people are told and not covered", async () => {
  serve(["manage-users"], {
    ...{
      own: [
        [1, "CREATE USER users/1"],
        [2, "CREATE CLIENT clients/1"],
      ],
      byPerson: 1,
    },
  });
  const { exitCode, output } = await advise(...ofServer);
  expect(exitCode).toBe(0);
  expect(output).toContain("  allows no less than what it holds now\n");
  expect(output).toContain("nothing is recommended for them\n  POST /clients\n");
  expect(output).toContain("1 write by people who signed in with the client doesn't count");
});

test.each<[string, Events, string]>([
  [
    "may not be seen",
    { own: undefined },
    "Events: not seen. The client that signs in needs view-events.",
  ],
  ["are off", { own: [], areKept: false }, "The realm doesn't record admin events now"],
  [
    "are none at all",
    { own: [], isRealmQuiet: true },
    "Events: none of anybody in the last 90 days.",
  ],
  [
    "are more than are read",
    { own: [[1, "CREATE USER users/1"]], mostPages: true },
    "There are more events than were read: those before 2026-11-29 aren't known.",
  ],
])("events that %s are said to be", async (_, events, line) => {
  serve(["realm-admin"], events);
  const { exitCode, output } = await advise(...ofServer);
  expect(output).toContain(line);
  expect(exitCode).toBe(3);
});

const har = JSON.stringify({
  log: {
    entries: [
      {
        request: { method: "GET", url: "https://kc.example.org/admin/realms/demo/users?search=a" },
      },
      { request: { method: "PUT", url: "https://kc.example.org/admin/realms/demo/nothing/here" } },
    ],
  },
});

test("logs alone are enough, and what they have of no call is told", async () => {
  const { exitCode, output } = await advise("--log", folder.write("recorded.har", har));
  expect(exitCode).toBe(3);
  expect(output).toMatch(/^1 call \(1 from your log\)\nRecommended {2}user-lookup /);
  expect(output).toContain("\n  GET /users  List or search users  (in the log)\n");
  expect(output).toContain("  PUT /nothing/here\n");
  expect(output).not.toContain("Reads leave no event");
});

test("programs are told what wasn't recognized, also in logs", async () => {
  serve(["realm-admin"], {
    own: [
      [1, "CREATE CUSTOM x/1"],
      [2, "CREATE USER users/1"],
    ],
    byPerson: 2,
  });
  const log = folder.write("recorded.har", har);
  const { exitCode, output } = await advise(...ofServer, "--json", "--log", log);
  expect(exitCode).toBe(3);
  expect(JSON.parse(output)).toMatchObject({
    complete: false,
    counts: { calls: 2, fromEvents: 1, fromLog: 1 },
    notRecognized: [
      { operation: "CREATE", resourceType: "CUSTOM", lastEvent: "2026-11-29T12:00:00.000Z" },
    ],
    unknownInLog: ["PUT /nothing/here"],
  });
  const lines = (await advise(...ofServer)).output;
  expect(lines).toContain("2 writes by people who signed in with the client don't count");
});

test("programs are told what isn't known of logs and of a server that recorded nothing", async () => {
  serve(["realm-admin"], { own: [], isRealmQuiet: true });
  const ofLog = JSON.parse((await advise("--json", "--log", folder.write("e", "x"))).output);
  expect(ofLog).toMatchObject({ events: null, recommended: null, roles: null, lost: null });
  const { output } = await advise(...ofServer, "--json");
  expect(JSON.parse(output).events).toMatchObject({ recordedSince: null, read: 0 });
});

test("a call whose roles aren't known is told, and so is a version", async () => {
  serve(["realm-admin"], { own: [[1, "CREATE USER users/1"]] });
  const log = folder.write("open.log", '"GET /admin/demo/console HTTP/1.1" 200');
  const words = [...ofServer, "--log", log, "--keycloak", "26.4"];
  const { exitCode, output } = await advise(...words);
  expect(exitCode).toBe(3);
  expect(output).toContain(
    "Used, and not known what they need\n  GET /admin/{realm}/console: Open to everyone",
  );
});

test("events and a log count together", async () => {
  serve(["realm-admin"], { own: [[1, "CREATE USER users/1"]] });
  const log = '10.0.0.1 - - "GET /admin/realms/demo/events HTTP/1.1" 200 12';
  const { exitCode, output } = await runPresets(["advise", ...ofServer, "--log", "-"], {
    environment: { CLIENT_SECRET: "secret" },
    input: log,
  });
  expect(exitCode).toBe(0);
  expect(output).toContain("2 calls (1 write from events, 1 from your log)\n");
  expect(output).toContain("those that the log doesn't have may be lost.");
});

test("a log without calls says so", async () => {
  const { exitCode, output } = await advise(
    "--log",
    folder.write("empty.log", "nothing of interest"),
  );
  expect({ exitCode, output }).toEqual({
    exitCode: 0,
    output: "No call is known.\nThe log has no call of the Admin API.\n",
  });
});

test.each([
  [[], "specify --server, --log or both"],
  [["--server", server, "--realm", "demo"], "Pass --client"],
  [["--server", server, "--client", "auditor"], "Pass --realm"],
  [["--log", "x", "--days", "0"], "whole number of days"],
])("%j is refused", async (words, said) => {
  const { exitCode, errors } = await advise(...words);
  expect(exitCode).toBe(2);
  expect(errors).toContain(said);
});

test("an account that the server doesn't have is refused", async () => {
  serve([], { own: [] });
  const { exitCode, errors } = await advise("nobody", ...ofServer.slice(1));
  expect(exitCode).toBe(2);
  expect(errors).toContain("has no service account of nobody in realm demo. It has: ");
});
