import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildJar } from "../../build.ts";
import { judgeOutcome, type Outcome } from "./outcome.ts";
import { parsePlaywrightReport } from "./parse-playwright-report.ts";
import { parseVitestReport } from "./parse-vitest-report.ts";
import { root } from "./root.ts";
import { type Program, runProgram } from "./run-program.ts";

/** One part of a test run: it prints what it finds and says how many tests passed and failed. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

const reports = join(root, ".cache", "test-reports");

/** Checks that need no server: types, lint, dead code and unit tests. */
export const unitSteps: readonly Step[] = [
  check("Type check", { packageName: "typescript", binName: "tsc", arguments: [] }),
  check("Lint", { packageName: "@biomejs/biome", binName: "biome", arguments: ["check"] }),
  check("Dead code", { packageName: "knip", binName: "knip", arguments: [] }),
  {
    name: "Unit tests",
    run: () =>
      runTests(join(reports, "unit.json"), parseVitestReport, (report) => ({
        packageName: "vitest",
        binName: "vitest",
        arguments: [
          ...["run", "--allowOnly=false", "--reporter=default"],
          ...["--reporter=json", `--outputFile.json=${report}`],
        ],
        limitInMinutes: 4,
      })),
  },
];

/** The built JAR on real Keycloaks in a real browser. */
export const endToEndSteps: readonly Step[] = [
  {
    name: "Build",
    run: async () => {
      await buildJar();
      // A build that works is a precondition, not a test: only its failure is counted.
      return { passed: 0, failed: 0 };
    },
  },
  {
    name: "End-to-end tests",
    run: () =>
      runTests(join(reports, "e2e.json"), parsePlaywrightReport, (report) => ({
        packageName: "@playwright/test",
        binName: "playwright",
        arguments: ["test", "--forbid-only", "--reporter=list,json"],
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
        limitInMinutes: 46,
      })),
  },
];

function check(name: string, program: Omit<Program, "limitInMinutes">): Step {
  return {
    name,
    run: async () => {
      const succeeded = await runProgram({ ...program, limitInMinutes: 2 });
      return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

async function runTests(
  report: string,
  parseReport: (report: unknown) => Outcome,
  toProgram: (report: string) => Program,
): Promise<Outcome> {
  await mkdir(dirname(report), { recursive: true });
  // The report of an earlier run must not speak for one that crashed.
  await rm(report, { force: true });
  const succeeded = await runProgram(toProgram(report));
  const text = await readFile(report, "utf8").catch(() => undefined);
  return judgeOutcome(text === undefined ? undefined : parseReport(JSON.parse(text)), succeeded);
}
