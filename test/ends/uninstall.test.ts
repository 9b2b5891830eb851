import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildJar } from "../../build.ts";
import { freePort } from "../../tools/keycloak/free-port.ts";
import { obtainKeycloak } from "../../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../../tools/keycloak/supported-versions.ts";
import { root } from "../../tools/test/root.ts";
import { createTestBed } from "../e2e/realm/test-bed.ts";
import { toDeployment } from "../e2e/servers/to-deployment.ts";
import { planWithEnd } from "./change-with-end.ts";
import { realmExport } from "./realm-export.ts";

const directory = join(root, ".cache", "ends-uninstall");
const inAnHour = () => Date.now() + 3_600_000;

let keycloak: RunningKeycloak;
let httpPort: number;
let jarPath: string;

/** Starts the server with just these JARs, on the database of the one that ran before. */
async function start(providers: readonly string[]): Promise<void> {
  await keycloak?.stop();
  const report = (line: string) => console.error(line);
  const home = await obtainKeycloak({ version: newestVersion, report });
  keycloak = await startKeycloak({ home, directory, httpPort, providers, report });
}

beforeAll(async () => {
  await rm(join(directory, "data"), { recursive: true, force: true });
  httpPort = await freePort();
  ({ jarPath } = await buildJar());
  await start([]);
});
afterAll(() => keycloak.stop());

test("after ends, Undo, Remove and the removal of the JAR, nothing in the realm is as it wasn't before", async () => {
  const { baseUrl } = keycloak;
  await using testBed = await createTestBed(
    toDeployment("usual", keycloak, baseUrl, baseUrl, baseUrl),
  );
  const { api, realm, realmPath } = testBed;
  const choose = (adminTheme: string) => api.put(realmPath, { adminTheme });
  const console = async () => (await fetch(`${baseUrl}/admin/${realm}/console/`)).text();
  await choose("");
  const undone = await testBed.createClient("api");
  const removed = await testBed.createClient("api", { clientId: "other" });
  const clients = [undone, removed];
  const stateOf = () => Promise.all(clients.map((client) => realmExport(testBed, client)));
  const before = await stateOf();

  await start([jarPath]);
  await choose("service-account-presets");
  expect(await console()).toContain("/service-account-presets/");
  const plan = (place: 0 | 1, mode: "add" | "remove", end?: number) =>
    planWithEnd(testBed, clients[place] ?? undone, "user-lookup", mode, end);
  const applied = await plan(0, "add", inAnHour());
  await applied.run("forward");
  await (await plan(1, "add", inAnHour())).run("forward");
  expect(await stateOf()).not.toEqual(before);
  await applied.run("back");
  await (await plan(1, "remove")).run("forward");
  await choose("");

  await start([]);
  expect(await console()).not.toContain("service-account-presets");
  expect(await stateOf()).toEqual(before);
});
