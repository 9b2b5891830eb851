import { launchBrowser } from "../../browser/launch-browser.ts";
import { selectAdminTheme } from "../../demo/select-admin-theme.ts";
import { signInAsAdministrator } from "../../demo/sign-in-as-administrator.ts";
import type { RunningKeycloak } from "../../keycloak/start-keycloak.ts";
import { makePrograms, type Program } from "../apply/make-programs.ts";
import { type ApplyMeasurement, measureApply, signIn } from "../apply/measure-apply.ts";
import { middleMeasurement } from "../apply/middle-measurement.ts";
import { type BenchServer, clearBenchServer, startBenchServer } from "../start-bench-server.ts";
import { makeRealms } from "./make-realms.ts";

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
const roundsBefore = 10;
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

/** Measures on a server that has hardly a realm, then on the same one with many more. */
export async function measureRealms(
  executablePath: string,
  server: BenchServer,
  more: number,
): Promise<readonly RealmsRun[]> {
  await clearBenchServer();
  const keycloak = await startBenchServer(server);
  let few: RealmsRun;
  let left: Places;
  try {
    const newAdmin = () => signInAsAdministrator(keycloak);
    const admin = await newAdmin();
    await selectAdminTheme(admin, "master", "service-account-presets");
    await admin.realms.create({ realm, enabled: true });
    const ordinary = await makePrograms(newAdmin, realm, 2 * each);
    const master = await makePrograms(newAdmin, "master", 2 * each);
    const first = { ordinary: ordinary.slice(0, each), master: master.slice(0, each) };
    few = await measureOn(executablePath, keycloak, 2, first);
    left = { ordinary: ordinary.slice(each), master: master.slice(each) };
    server.report(`Making ${more} realms …`);
    await makeRealms(newAdmin, more, server.report);
  } finally {
    await keycloak.stop();
  }
  const again = await startBenchServer(server);
  try {
    return [few, await measureOn(executablePath, again, 2 + more, left)];
  } finally {
    await again.stop();
  }
}
