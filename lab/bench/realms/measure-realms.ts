import { launchBrowser } from "../../../tools/browser/launch-browser.ts";
import { signInAsAdministrator } from "../../../tools/demo/sign-in-as-administrator.ts";
import type { RunningKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { makePrograms, type Program } from "../apply/make-programs.ts";
import { type ApplyMeasurement, measureApply, signIn } from "../apply/measure-apply.ts";
import { middleMeasurement } from "../apply/middle-measurement.ts";
import { type BenchServer, clearBenchServer, withBenchServer } from "../start-bench-server.ts";
import { importRealms } from "./import-realms.ts";

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
  const browser = await launchBrowser(executablePath);
  try {
    const visit = { baseUrl, ...person, realm, consoleRealm: realm, latency: 0 };
    const page = await signIn(browser, visit);
    const measured: ApplyMeasurement[] = [];
    for (const program of programs) measured.push(await measureApply(page, visit, program, "own"));
    return { realms, measured: middleMeasurement(measured.slice(roundsBefore)) };
  } finally {
    await browser.close();
  }
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
