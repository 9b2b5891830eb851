/**
 * `npm run test:use`: a service account with realm-admin makes the known calls of each preset, `presets advise` tells
 * the smaller access from its events, and with exactly that access the calls work again.
 */
import { callKey } from "../src/catalog/calls/call-template.ts";
import { presets } from "../src/catalog/presets/presets.ts";
import { untilInterrupted } from "../tools/command/interruption.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion } from "../tools/command/tool.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { listEndpoints } from "./measure/endpoints/list-endpoints.ts";
import { withLab } from "./measure/world/with-lab.ts";
import { withFreshKeycloak } from "./server/with-fresh-keycloak.ts";
import { loadCli } from "./use/advise-for.ts";
import { provePreset } from "./use/prove-preset.ts";

const report = (line: string) => console.log(line);

const command = declareTool(
  "npm run test:use",
  "Starts a Keycloak. For each preset, a service account with realm-admin makes the preset's known calls; then it gets exactly the access that presets advise recommends, and makes them again. Takes about four minutes.",
)
  .option(
    "--keycloak <version>",
    "the Keycloak version, such as 26.7.3",
    keycloakVersion,
    newestVersion,
  )
  .option("--only <preset>", "only the presets with that in their ids");

await runTool(
  command,
  async ({ options: { keycloak: version, only = "" }, signal }) => {
    const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
    const endpoints = await listEndpoints(home);
    const runCli = await loadCli();
    const server = { version, folder: `use/${version}`, report, signal };
    let failed = 0;
    let proven = 0;
    await withFreshKeycloak(server, (keycloak) =>
      withLab(keycloak, endpoints, async (lab) => {
        const known = new Map(endpoints.map((call) => [callKey(call), call]));
        const asked = presets.filter(({ id, onlyIn }) => onlyIn === undefined && id.includes(only));
        for (const preset of asked) {
          signal.throwIfAborted();
          const problems = await provePreset(preset, { lab, known, version, runCli });
          for (const problem of problems) report(`FAILED  ${preset.id}: ${problem}`);
          failed += Math.min(1, problems.length);
          proven += problems.length === 0 ? 1 : 0;
        }
      }),
    );
    report(`${proven} passed, ${failed} failed`);
    return failed === 0 && proven > 0;
  },
  { whenStopped: "Stopped." },
);
