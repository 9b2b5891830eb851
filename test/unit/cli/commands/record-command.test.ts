import { beforeEach, expect, test, vi } from "vitest";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import {
  createInMemoryKeycloak,
  type InMemoryKeycloak,
} from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";
import {
  createRecorder,
  type RecordedChange,
  type Recorder,
} from "../../keycloak/change/recorded-change.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();
const server = "https://kc.example.org";
/** How long after each other things happen. */
const minute = 60_000;

let keycloak: InMemoryKeycloak;
let realm: InMemoryRealm;
let auditorToken: string;
let anna: Recorder;
let bert: Recorder;

const apiOf = (token: string) =>
  createAdminApi(server, "demo", { accessToken: async () => token, forgetToken: () => undefined });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 30, 12) });
  keycloak = createInMemoryKeycloak();
  realm = keycloak.makeRealm("demo");
  realm.changeSettings({ adminEventsEnabled: true, adminEventsDetailsEnabled: true });
  const recorderOf = (name: string) => {
    const userId = realm.makeAdministrator({ token: name, adminRoles: ["realm-admin"] });
    return createRecorder(apiOf(name), { realm: "demo", userId, name });
  };
  anna = recorderOf("anna");
  bert = recorderOf("bert");
  realm.makeAdministrator({ token: "auditor", adminRoles: ["view-events"] });
  realm.makeAdministrator({ token: "blind", adminRoles: ["view-users"] });
  auditorToken = "auditor";
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) =>
    String(input).endsWith("/token")
      ? Response.json({ access_token: auditorToken, token_type: "Bearer", expires_in: 60 })
      : keycloak.fetch(input, init),
  );
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const later = () => vi.setSystemTime(Date.now() + minute);

/** Leaves an event, so that older ones are known to be kept. */
async function begin(settings: object = {}): Promise<string> {
  const other = realm.makeClient({ clientId: "other", serviceAccountsEnabled: true });
  await anna.makeChange(other, "add", "event-reader");
  later();
  return realm.makeClient({ clientId: "api", serviceAccountsEnabled: true, ...settings });
}

/** Compares records with the server, as a person with their files does. */
async function compare(changes: readonly Pick<RecordedChange, "record">[], ...words: string[]) {
  const files = changes.map(({ record }, at) =>
    folder.write(`record-${at}.json`, JSON.stringify(record)),
  );
  return runPresets(["record", ...files, "--server", server, "--client", "auditor", ...words], {
    environment: { CLIENT_SECRET: "secret" },
  });
}

const roleId = (name: string) => realm.findRole(name, realm.adminClientUuid).id;

test("each step of a record has its event: by whom, when, and with which roles", async () => {
  const clientUuid = await begin();
  const change = await anna.makeChange(clientUuid, "add", "user-lookup");
  const { exitCode, output, errors } = await compare([change]);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).toContain("demo / api, add user-lookup, done, by anna\n");
  expect(output).toMatch(
    /assign roles of realm-management: .*view-users.*: recorded by the server, 2026-11-30T12:01:00\.000Z by anna, .*view-users/,
  );
});

test("every kind of change has its events: scope, client scope, service accounts, Undo, and changes made again", async () => {
  realm.makeClientScope("kc-admin-api");
  const limited = await begin({ fullScopeAllowed: false, publicClient: true });
  const changes: RecordedChange[] = [];
  const add = async (change: Promise<RecordedChange>) => {
    changes.push(await change);
    later();
  };
  await add(anna.makeChange(limited, "add", "user-lookup"));
  const [first] = changes;
  if (first === undefined) throw new Error("There is no change.");
  await add(anna.undoChange(first));
  await add(anna.makeChange(limited, "add", "user-lookup"));
  await add(anna.makeChange(limited, "exact", "event-reader"));
  await add(anna.makeChange(limited, "remove", "event-reader"));
  const places = new Set(changes.flatMap(({ record }) => record.steps.map(({ place }) => place)));
  expect(places).toEqual(new Set(["account", "mapping", "scope", "clientScope"]));
  const { exitCode, output } = await compare(changes, "--json");
  const verdicts = JSON.parse(output).flatMap(
    (it: { steps: { verdict: string }[]; moreThanRecorded: unknown[] }) => [
      ...it.steps.map(({ verdict }) => verdict),
      ...it.moreThanRecorded,
    ],
  );
  expect(new Set(verdicts)).toEqual(new Set(["found"]));
  expect(exitCode).toBe(0);
});

test("a record whose change the server doesn't have is missing", async () => {
  const clientUuid = await begin();
  const { record } = await anna.makeChange(clientUuid, "add", "user-lookup");
  const forged = {
    ...record,
    steps: record.steps.map((step) => ({ ...step, direction: "remove" as const })),
  };
  const { exitCode, output } = await compare([{ record: forged }]);
  expect(exitCode).toBe(1);
  expect(output).toContain(": MISSING\n");
  // What the server has in its place is in no record.
  expect(output).toContain("MORE THAN RECORDED: CREATE users/");
});

test("a record that names other roles than the server's event differs", async () => {
  const clientUuid = await begin();
  const { record } = await anna.makeChange(clientUuid, "add", "user-lookup");
  const forged = {
    ...record,
    steps: record.steps.map((step) => ({ ...step, roles: step.roles.slice(1) })),
  };
  const { exitCode, output } = await compare([{ record: forged }]);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/OTHER ROLES, .*view-users/);
});

test("a record of another person than the server's event differs", async () => {
  const clientUuid = await begin();
  const { record } = await bert.makeChange(clientUuid, "add", "user-lookup");
  const forged = { ...record, by: { realm: "demo", userId: "anna-id", name: "anna" } };
  const { exitCode, output } = await compare([{ record: forged }]);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/BY SOMEONE ELSE, .* by user /);
});

test("a record that doesn't know the person is compared by everything else", async () => {
  const clientUuid = await begin();
  const { record } = await anna.makeChange(clientUuid, "add", "user-lookup");
  const { exitCode, output } = await compare([{ record: { ...record, by: null } }]);
  expect(exitCode).toBe(0);
  expect(output).toContain("by someone not recorded");
});

test("what someone else did at the same time is more than recorded", async () => {
  const clientUuid = await begin();
  const { record } = await anna.makeChange(clientUuid, "add", "user-lookup");
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  await apiOf("bert").users.addClientRoleMappings({
    ...{ id: userId, clientUniqueId: realm.adminClientUuid },
    roles: [{ id: roleId("manage-users"), name: "manage-users" }],
  });
  const { exitCode, output } = await compare([{ record }], "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(output)[0].moreThanRecorded).toEqual([
    expect.objectContaining({ operation: "CREATE", roles: ["manage-users"] }),
  ]);
});

test("without details, the event says nothing about the roles, and the step counts as recorded", async () => {
  realm.changeSettings({ adminEventsDetailsEnabled: false });
  const change = await anna.makeChange(await begin(), "add", "user-lookup");
  const { exitCode, output } = await compare([change]);
  expect(exitCode).toBe(0);
  expect(output).toContain("the event doesn't say which roles");
});

test("without the right to see events, nothing is known", async () => {
  const change = await anna.makeChange(await begin(), "add", "user-lookup");
  auditorToken = "blind";
  const { exitCode, output, errors } = await compare([change]);
  expect(exitCode).toBe(3);
  expect(output).toContain("NOT KNOWN");
  expect(errors).toContain("Realm demo: the admin events can't be seen.");
});

test("where events are off, or none of that time are kept, nothing is known", async () => {
  realm.changeSettings({ adminEventsEnabled: false });
  const change = await anna.makeChange(await begin(), "add", "user-lookup");
  const off = await compare([change]);
  expect(off.exitCode).toBe(3);
  expect(off.errors).toContain("Realm demo: admin events are off.");
  realm.changeSettings({ adminEventsEnabled: true });
  later();
  await anna.makeChange(
    realm.makeClient({ clientId: "new", serviceAccountsEnabled: true }),
    "add",
    "event-reader",
  );
  const notYetKept = await compare([change]);
  expect(notYetKept).toMatchObject({ exitCode: 3, errors: "" });
});

test("a step that failed needs no event, and one without an answer may have none", async () => {
  const clientUuid = await begin();
  const { record } = await anna.makeChange(clientUuid, "add", "user-lookup");
  const elsewhere = { ...record.client, serviceAccountUserId: "another-user" };
  const withDone = (isDone: boolean | null) => ({
    record: {
      ...record,
      client: elsewhere,
      steps: record.steps.map((step) => ({ ...step, isDone })),
    },
  });
  const failed = await compare([withDone(false)]);
  expect(failed.exitCode).toBe(0);
  expect(failed.output).toContain("no step was carried out");
  const lost = await compare([withDone(null)]);
  expect(lost.exitCode).toBe(0);
  expect(lost.output).toContain("its answer was lost");
});

test("ends are told, and not compared: Keycloak keeps no event of them", async () => {
  const { record } = await anna.makeChange(await begin(), "add", "user-lookup");
  const end = "2027-01-01T00:00:00.000Z";
  const ends = [
    { role: "view-users", before: null, after: end },
    { role: "query-users", before: end, after: null },
  ];
  const { exitCode, output } = await compare([{ record: { ...record, steps: [], ends } }]);
  expect(exitCode).toBe(0);
  expect(output).toContain(`end of view-users: never → ${end}`);
  expect(output).toContain(`end of query-users: ${end} → never`);
});

test("records of several realms are compared by a client of master", async () => {
  const change = await anna.makeChange(await begin(), "add", "user-lookup");
  const asked: string[] = [];
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    asked.push(String(input));
    return fetch(input, init);
  });
  keycloak.makeRealm("other");
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  auditorToken = "root";
  const ofOther = { record: { ...change.record, realm: "other" } };
  await compare([change, ofOther]);
  expect(asked.some((it) => it.includes("/realms/master/"))).toBe(true);
});

test.each([
  ["no JSON", "{", /record-\.json is no record of a change: /],
  ["other JSON", "{}", /that this version can read:\n {2}format: /],
])("%s is refused", async (_, content, message) => {
  const file = folder.write("record-.json", content);
  const run = await runPresets(["record", file, "--server", server, "--client", "auditor"], {
    environment: { CLIENT_SECRET: "secret" },
  });
  expect(run.exitCode).toBe(2);
  expect(run.errors).toMatch(message);
});

test("a record of another version is refused as a whole, also on standard input", async () => {
  const { record } = await anna.makeChange(await begin(), "add", "user-lookup");
  const run = await runPresets(["record", "-", "--server", server, "--client", "auditor"], {
    environment: { CLIENT_SECRET: "secret" },
    input: JSON.stringify({ ...record, formatVersion: 2 }),
  });
  expect(run.exitCode).toBe(2);
  expect(run.errors).toContain("formatVersion");
});

test("a file that isn't there is told", async () => {
  const file = `${folder.path}/none.json`;
  const run = await runPresets(["record", file, "--server", server, "--client", "auditor"], {
    environment: { CLIENT_SECRET: "secret" },
  });
  expect(run).toMatchObject({ exitCode: 2, errors: expect.stringContaining("can't be read") });
});
