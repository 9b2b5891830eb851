import { launchBrowser } from "../../browser/launch-browser.ts";
import { selectAdminTheme } from "../../demo/select-admin-theme.ts";
import { signInAsAdministrator } from "../../demo/sign-in-as-administrator.ts";
import type { RunningKeycloak } from "../../keycloak/start-keycloak.ts";
import { makePrograms, type Program } from "../apply/make-programs.ts";
import { type ApplyMeasurement, measureApply, signIn } from "../apply/measure-apply.ts";
import { middleMeasurement } from "../apply/middle-measurement.ts";
import { type BenchServer, clearBenchServer, startBenchServer } from "../start-bench-server.ts";
import { importRealms } from "./import-realms.ts";

/** What giving a program its roles takes on a server with that many realms. */
export interface RealmsRun {
  readonly realms: number;
  /** Of a program of a realm beside the others. */
  readonly ordinary: ApplyMeasurement;
  /** Of a program of master, which has a client for each realm. */
  readonly master: ApplyMeasurement;
}

const realm = "beside-others";
const rounds = 5;
const roundsBefore = 20;
const each = rounds + roundsBefore;

interface Places {
  readonly ordinary: readonly Program[];
  readonly master: readonly Program[];
}

async function measureOn(
  executablePath: string,
  keycloak: RunningKeycloak,
  realms: number,
  programs: Places,
): Promise<RealmsRun> {
  const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
  const browser = await launchBrowser(executablePath);
  try {
    const measure = async (at: string, visited: readonly Program[]) => {
      const visit = { baseUrl, username, password, realm: at, latency: 0 };
      const page = await signIn(browser, visit);
      const measured: ApplyMeasurement[] = [];
      for (const program of visited) measured.push(await measureApply(page, visit, program, "own"));
      await page.context().close();
      return middleMeasurement(measured.slice(roundsBefore));
    };
    const ordinary = await measure(realm, programs.ordinary);
    return { realms, ordinary, master: await measure("master", programs.master) };
  } finally {
    await browser.close();
  }
}

/** Starts the server for what is to be done on it; each time, it has read none of its realms. */
async function withServer<Result>(
  server: BenchServer,
  work: (keycloak: RunningKeycloak) => Promise<Result>,
): Promise<Result> {
  const keycloak = await startBenchServer(server);
  try {
    return await work(keycloak);
  } finally {
    await keycloak.stop();
  }
}

/** Measures on a server that has hardly a realm, then on the same one with many more. */
export async function measureRealms(
  executablePath: string,
  server: BenchServer,
  more: number,
): Promise<readonly RealmsRun[]> {
  await clearBenchServer();
  const { ordinary, master } = await withServer(server, async (keycloak) => {
    const newAdmin = () => signInAsAdministrator(keycloak);
    const admin = await newAdmin();
    await selectAdminTheme(admin, "master", "service-account-presets");
    await admin.realms.create({ realm, enabled: true });
    return {
      ordinary: await makePrograms(newAdmin, realm, 2 * each),
      master: await makePrograms(newAdmin, "master", 2 * each),
    };
  });
  const few = { ordinary: ordinary.slice(0, each), master: master.slice(0, each) };
  const left = { ordinary: ordinary.slice(each), master: master.slice(each) };
  const measure = (realms: number, programs: Places) =>
    withServer(server, (keycloak) => measureOn(executablePath, keycloak, realms, programs));
  const before = await measure(2, few);
  await importRealms(server, more);
  return [before, await measure(2 + more, left)];
}
