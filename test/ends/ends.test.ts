import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { freePort } from "../../tools/keycloak/free-port.ts";
import { obtainKeycloak } from "../../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../../tools/keycloak/supported-versions.ts";
import { root } from "../../tools/test/root.ts";
import { createTestBed, type TestBed, type TestClient } from "../e2e/realm/test-bed.ts";
import { toDeployment } from "../e2e/servers/to-deployment.ts";
import { endsNow, planWithEnd } from "./change-with-end.ts";
import { realmExport } from "./realm-export.ts";

const second = 1_000;
const directory = join(root, ".cache", "ends");

let keycloak: RunningKeycloak;
let httpPort: number;
let testBed: TestBed;
let client: TestClient;

async function start(): Promise<void> {
  const report = (line: string) => console.error(line);
  const home = await obtainKeycloak({ version: newestVersion, report });
  const interval = "--spi-events-listener--workflow-event-listener--step-runner-task-interval=2s";
  keycloak = await startKeycloak({ home, directory, httpPort, report, options: [interval] });
}

beforeAll(async () => {
  await rm(join(directory, "data"), { recursive: true, force: true });
  httpPort = await freePort();
  await start();
});
afterAll(() => keycloak.stop());
beforeEach(async () => {
  const { baseUrl } = keycloak;
  testBed = await createTestBed(toDeployment("usual", keycloak, baseUrl, baseUrl, baseUrl));
  client = await testBed.createClient("api");
});
afterEach(() => testBed[Symbol.asyncDispose]());

/** A moment that is far enough away for what is done before it, also on a busy machine. */
const soon = () => Date.now() + 15 * second;

const apply = async (end: number | undefined, of = client) =>
  planWithEnd(testBed, of, "user-lookup", "add", end);

const holdsNothing = async (of = client) =>
  expect
    .poll(() => testBed.rolesHeldBy(of), { timeout: 60 * second })
    .not.toContain("realm-management/view-users");

test("a grant with an end is gone after it, and calls are denied", async () => {
  await (await apply(soon())).run("forward");
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
  await holdsNothing();
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(403);
});

test("a grant whose end came while the server was down is gone once it runs again", async () => {
  const end = soon();
  await (await apply(end)).run("forward");
  await keycloak.stop();
  await wait(Math.max(0, end + second - Date.now()));
  await start();
  await holdsNothing();
});

test("two presets that share a role: the one without an end keeps it after the end of the other", async () => {
  const end = soon();
  await (await apply(end)).run("forward");
  const lasting = await planWithEnd(testBed, client, "organization-management", "add", undefined);
  await lasting.run("forward");
  expect(Date.now(), "the change took longer than until the end").toBeLessThan(end);
  // Nothing tells that a role wasn't unassigned: Keycloak looks every two seconds.
  await wait(end + 6 * second - Date.now());
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
});

test("an account that was deleted and created again has no end of the earlier one", async () => {
  await (await apply(Date.now() + 3600 * second)).run("forward");
  const { api, realmPath } = testBed;
  const path = `${realmPath}/clients/${client.clientUuid}`;
  for (const serviceAccountsEnabled of [false, true])
    await api.put(path, { serviceAccountsEnabled });
  await testBed.grant(client, { "realm-management": ["view-users"] });
  expect(await endsNow(testBed, client)).toEqual([]);
});

test("bystanders can do exactly the same before and after", async () => {
  const access = [
    ...[["view-users"], ["query-users"], ["manage-users"], ["view-clients"], ["view-realm"]],
    ...[["manage-realm"], ["realm-admin"], ["view-events"], ["manage-clients"], []],
  ];
  const bystanders: TestClient[] = [];
  for (const [place, roles] of access.entries()) {
    const other = await testBed.createClient("api", { clientId: `bystander-${place}` });
    if (roles.length > 0) await testBed.grant(other, { "realm-management": roles });
    bystanders.push(other);
  }
  const calls = ["/users", "/clients", "/events", "/roles", "/workflows", "/groups", "/"];
  const can = async () => {
    const found: number[][] = [];
    for (const other of bystanders) {
      const token = await testBed.tokenOf(other);
      const asked = calls.map((path) => testBed.callStatus(token, "GET", path));
      found.push(await Promise.all(asked));
    }
    return found;
  };
  const before = await can();
  expect(new Set(before.flat())).toEqual(new Set([200, 403]));
  await (await apply(soon())).run("forward");
  expect(await can()).toEqual(before);
  await holdsNothing();
  expect(await can()).toEqual(before);
});

test("nothing is left of an end after Undo, and after Remove", async () => {
  const before = await realmExport(testBed, client);
  const applied = await apply(Date.now() + 3600 * second);
  await applied.run("forward");
  expect(await realmExport(testBed, client)).not.toEqual(before);
  await applied.run("back");
  expect(await realmExport(testBed, client)).toEqual(before);

  await (await apply(Date.now() + 3600 * second)).run("forward");
  await (await planWithEnd(testBed, client, "user-lookup", "remove", undefined)).run("forward");
  expect(await realmExport(testBed, client)).toEqual(before);
});
