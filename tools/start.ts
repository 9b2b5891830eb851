/**
 * `npm start`: a Keycloak with the theme in its `providers/` and a realm to try it in, from nothing
 * but Node and Java. `npm run dev`: the same, with the theme in its `themes/` and built again after each
 * edit. Both run until Ctrl-C.
 */
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { buildJar } from "../build.ts";
import { ExpectedError } from "./command/expected-error.ts";
import { untilInterrupted } from "./command/interruption.ts";
import { runTool } from "./command/run-tool.ts";
import { declareTool, keycloakVersion, wholeNumber } from "./command/tool.ts";
import { type DemoRealm, ensureDemoRealm } from "./demo/ensure-demo-realm.ts";
import { keepThemeBuilt } from "./demo/keep-theme-built.ts";
import { signInAsAdministrator } from "./demo/sign-in-as-administrator.ts";
import { welcome } from "./demo/welcome.ts";
import { obtainKeycloak } from "./keycloak/obtain-keycloak.ts";
import { assertPortFree } from "./keycloak/server/assert-port-free.ts";
import { findJava } from "./keycloak/server/find-java.ts";
import { meaningfulLogLines } from "./keycloak/server/meaningful-log-lines.ts";
import { type RunningKeycloak, startKeycloak } from "./keycloak/start-keycloak.ts";
import { newestVersion } from "./keycloak/supported-versions.ts";
import { root } from "./test/root.ts";

const report = (line: string) => console.log(line);
const tellBuilt = () =>
  report(`${new Date().toLocaleTimeString()} The theme is built: load the page again to see it.`);

const command = declareTool(
  "npm start",
  'Starts a Keycloak with the tab "Service account presets" and a realm to try it in.',
)
  .option("--keycloak <version>", "the Keycloak version", keycloakVersion, newestVersion)
  .option("--port <port>", "the port that it answers on", wholeNumber(1, 65_535), 8080)
  .option("--fresh", "begin with an empty database")
  .option("--live", "build again after each edit: load the page again to see it (npm run dev)")
  .addHelpText(
    "after",
    `
Keycloak is taken from KEYCLOAK_HOME if that is the wanted version, else from the cache of an
earlier download (KEYCLOAK_CACHE names another folder for it), else downloaded.`,
  );

async function prepare(keycloak: RunningKeycloak): Promise<DemoRealm> {
  const admin = await signInAsAdministrator(keycloak);
  const demo = await ensureDemoRealm(admin);
  for (const realm of ["master", demo.realm]) {
    // A PUT of a realm keeps what it doesn't name, except that `attributes` would replace the whole map.
    await admin.realms.update({ realm }, { adminTheme: "service-account-presets" });
  }
  return demo;
}

await runTool(
  command,
  async ({ options: { keycloak: version, port, fresh, live }, signal }) => {
    // What can't work shall fail now, not after a download.
    await findJava({});
    await assertPortFree(port);
    const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
    // Of its own: else the theme would be there twice.
    const directory = join(root, ".keycloak", live ? `${version}-live` : version);
    if (fresh) await rm(join(directory, "data"), { recursive: true, force: true });
    report("Building the theme …");
    const providers = live ? [] : [(await untilInterrupted(buildJar(), signal)).jarPath];
    report(`Starting Keycloak ${version} …`);
    const options = ["--log=console,file"];
    const keycloak = await startKeycloak({
      ...{ home, directory, providers, httpPort: port, options, report, signal },
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
      if (signal.aborted) report("Stopping Keycloak …");
      await endBuilding();
      await keycloak.stop();
    }
  },
  { whenStopped: "Stopped.", runsUntilStopped: true },
);
