import { buildJar } from "../../build.ts";
import { findBrowser } from "../browser/find-browser.ts";
import { untilInterrupted } from "../command/interruption.ts";
import { obtainKeycloak } from "../keycloak/obtain-keycloak.ts";
import { newestVersion, oldestVersion } from "../keycloak/supported-versions.ts";
import { runProgram } from "./run-program.ts";
import type { Step } from "./run-steps.ts";
import { runPlaywright, runVitest } from "./run-tests.ts";

/** Checks that need no server: types, lint, dead code, unit tests and the branches that these take. */
export const unitSteps: readonly Step[] = [
  check("Type check", "tsc"),
  check("Lint", "biome", "check"),
  check("Dead code", "knip"),
  {
    name: "Unit tests",
    run: (signal) => runVitest({ log: "unit", arguments: ["--coverage"], signal }),
  },
];

/** The built JAR on real Keycloaks in a real browser. */
export const endToEndSteps: readonly Step[] = [
  prepare("Browser and Keycloak", obtainAhead),
  prepare("Build", buildJar),
  { name: "End-to-end tests", run: (signal) => runPlaywright({ log: "e2e", signal }) },
];

let obtaining: Promise<unknown> | undefined;

/**
 * Obtains what the end-to-end tests need, a browser and Keycloaks, while others wait for the processor:
 * once, however often it is called. What can't be obtained is obtained again by the test that needs it, which
 * then says why.
 */
export function obtainAhead(): Promise<unknown> {
  const report = () => undefined;
  obtaining ??= Promise.allSettled([
    findBrowser(report),
    obtainKeycloak({ version: newestVersion, report }).then(() =>
      obtainKeycloak({ version: oldestVersion, report }),
    ),
  ]);
  return obtaining;
}

/** A program that checks something as a whole: a test that passes or fails. */
function check(name: string, program: string, ...programArguments: readonly string[]): Step {
  const run = async (signal: AbortSignal) => {
    const succeeded = await runProgram({
      ...{ name: program, arguments: programArguments, limitInMinutes: 2, signal },
    });
    return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
  return { name, run };
}

/** A precondition, not a test: only its failure is counted. */
function prepare(name: string, work: () => Promise<unknown>): Step {
  const run = async (signal: AbortSignal) => {
    await untilInterrupted(work(), signal);
    return { passed: 0, failed: 0 };
  };
  return { name, run };
}
