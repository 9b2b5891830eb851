/**
 * `npm start`: a Keycloak with the theme in its `providers/` and a realm to try it in, from nothing
 * but Node and Java. `npm run dev`: the same, with the theme in its `themes/` and built again after each
 * edit. Both run until Ctrl-C.
 */
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildJar } from "../build.ts";
import { type DemoRealm, ensureDemoRealm } from "./demo/ensure-demo-realm.ts";
import { keepThemeBuilt } from "./demo/keep-theme-built.ts";
import { selectAdminTheme } from "./demo/select-admin-theme.ts";
import { signInAsAdministrator } from "./demo/sign-in-as-administrator.ts";
import { parseStartOptions, type StartOptions, usage } from "./demo/start-options.ts";
import { untilInterrupted } from "./demo/until-interrupted.ts";
import { welcome } from "./demo/welcome.ts";
import { assertPortFree } from "./keycloak/assert-port-free.ts";
import { ExpectedError } from "./keycloak/expected-error.ts";
import { findJava } from "./keycloak/find-java.ts";
import { meaningfulLogLines } from "./keycloak/meaningful-log-lines.ts";
import { obtainKeycloak } from "./keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "./keycloak/start-keycloak.ts";

const themeName = "service-account-presets";
const root = fileURLToPath(new URL("..", import.meta.url));
const report = (line: string) => console.log(line);
const tellBuilt = () =>
  report(`${new Date().toLocaleTimeString()} The theme is built: load the page again to see it.`);

async function start(options: StartOptions, signal: AbortSignal): Promise<void> {
  const { version, port, fresh, live } = options;
  // What can't work shall fail now, not after a download.
  await findJava({});
  await assertPortFree(port);
  const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
  // Of its own: else the theme would be there twice.
  const directory = join(root, ".keycloak", live ? `${version}-live` : version);
  if (fresh) {
    await rm(join(directory, "data"), { recursive: true, force: true });
  }
  report("Building the theme …");
  const providers = live ? [] : [(await untilInterrupted(buildJar(), signal)).jarPath];
  report(`Starting Keycloak ${version} …`);
  const keycloak = await startKeycloak({
    home,
    directory,
    providers,
    httpPort: port,
    options: ["--log=console,file"],
    report,
    signal,
  });
  let endBuilding = async () => {};
  try {
    if (live) endBuilding = await keepThemeBuilt(root, join(directory, "themes"), tellBuilt);
    report("Preparing the realm …");
    const demo = await untilInterrupted(prepare(keycloak), signal);
    const logFile = relative(process.cwd(), join(directory, "data", "log", "keycloak.log"));
    report(welcome({ version, baseUrl: keycloak.baseUrl, demo, logFile }));
    const code = await untilInterrupted(keycloak.exited, signal);
    throw new ExpectedError(
      `Keycloak ended by itself (exit code ${code}). Its log says:\n  ${meaningfulLogLines(keycloak.log()).join("\n  ")}`,
    );
  } finally {
    if (signal.aborted) {
      report("Stopping Keycloak …");
    }
    await endBuilding();
    await keycloak.stop();
  }
}

async function prepare(keycloak: RunningKeycloak): Promise<DemoRealm> {
  const admin = await signInAsAdministrator(keycloak);
  const demo = await ensureDemoRealm(admin);
  for (const realm of ["master", demo.realm]) {
    await selectAdminTheme(admin, realm, themeName);
  }
  return demo;
}

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interruption.abort());
  }
  try {
    const options = parseStartOptions(args);
    if (options.help) {
      report(usage);
    } else {
      await start(options, interruption.signal);
    }
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) {
      report("Stopped.");
      return 0;
    }
    if (error instanceof ExpectedError) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

// Not only an exit code: an interrupted download or build would go on.
process.exit(await main(process.argv.slice(2)));
