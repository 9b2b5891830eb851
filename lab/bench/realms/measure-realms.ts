import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "../../../tools/browser/launch-browser.ts";
import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { signInAsAdministrator } from "../../../tools/demo/sign-in-as-administrator.ts";
import type { RunningKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { makePrograms, type Program } from "../apply/make-apply-realm.ts";
import {
  type ApplyMeasurement,
  measureApply,
  middleMeasurement,
  signIn,
} from "../apply/measure-apply.ts";
import {
  type BenchServer,
  clearBenchServer,
  runBenchCommand,
  withBenchServer,
} from "../bench-server.ts";

/** What giving a program its roles takes on a server with that many realms. */
export interface RealmsRun {
  readonly realms: number;
  readonly measured: ApplyMeasurement;
}

const realm = "beside-others";
const rounds = 5;
const roundsBefore = 10;
const each = rounds + roundsBefore;

const person = { username: "anna", password: "anna" };

/** An administrator of the realm, and of no other. */
const anna = {
  ...{ username: person.username, email: "anna@example.org", firstName: "Anna" },
  ...{ lastName: "Example", enabled: true },
  credentials: [{ type: "password", value: person.password }],
  clientRoles: { "realm-management": ["realm-admin"] },
};

async function measureOn(
  executablePath: string,
  { baseUrl }: RunningKeycloak,
  realms: number,
  programs: readonly Program[],
): Promise<RealmsRun> {
  await using browser = await launchBrowser(executablePath);
  const visit = { baseUrl, ...person, realm, consoleRealm: realm, latency: 0 };
  const page = await signIn(browser, visit);
  const measured: ApplyMeasurement[] = [];
  for (const program of programs) measured.push(await measureApply(page, visit, program, "own"));
  return { realms, measured: middleMeasurement(measured.slice(roundsBefore)) };
}

/** Measures on a server that has hardly a realm, then on the same one with many more. */
export async function measureRealms(
  executablePath: string,
  server: BenchServer,
  more: number,
): Promise<readonly RealmsRun[]> {
  await clearBenchServer();
  const programs = await withBenchServer(server, async (keycloak) => {
    const newAdmin = () => signInAsAdministrator(keycloak);
    const admin = await newAdmin();
    const adminTheme = "service-account-presets";
    await admin.realms.create({ realm, enabled: true, adminTheme, users: [anna] });
    return makePrograms(newAdmin, realm, 2 * each);
  });
  const measure = (realms: number, on: readonly Program[]) =>
    withBenchServer(server, (keycloak) => measureOn(executablePath, keycloak, realms, on));
  const few = await measure(2, programs.slice(0, each));
  await importRealms(server, more);
  return [few, await measure(2 + more, programs.slice(each))];
}

/** A key that takes no time to make; without one, each realm would have four of its own. */
const components = {
  "org.keycloak.keys.KeyProvider": [{ name: "hmac", providerId: "hmac-generated", config: {} }],
};

/** An import is one transaction: with 2,000 realms, the database has not the memory to commit it. */
const perImport = 250;

async function importPart(server: BenchServer, realms: readonly string[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "realms-"));
  try {
    for (const realm of realms) {
      const file = join(directory, `${realm}-realm.json`);
      await writeFile(file, JSON.stringify({ realm, enabled: true, components }));
    }
    const importing = await runBenchCommand(server, "import", `--dir=${directory}`);
    if ((await importing.exited) === 0) return;
    throw new ExpectedError(`Importing realms failed: ${importing.log().slice(-2_000)}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Makes that many realms on a server that isn't running, empty but for what each realm has, and so as many
 * clients of master. By import, since a running server takes the longer for a realm the more it has: 1 s for
 * each of the first hundred, 3 s for each of the third; the import takes 0.3 to 0.6 s for each of 2,000.
 *
 * Throws an ExpectedError with the end of the server's log where it doesn't succeed; what was imported before
 * stays.
 *
 * @see [Importing and exporting realms](https://www.keycloak.org/server/importExport)
 */
async function importRealms(server: BenchServer, count: number): Promise<void> {
  const realms = Array.from({ length: count }, (_, at) => `realm-${String(at).padStart(4, "0")}`);
  for (let from = 0; from < count; from += perImport) {
    server.report(`Importing realms: ${from} of ${count} are there`);
    await importPart(server, realms.slice(from, from + perImport));
  }
}
