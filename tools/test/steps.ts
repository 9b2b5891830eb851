import { readFile, rm } from "node:fs/promises";
import { buildJar } from "../../build.ts";
import { coverageSummary, coveredRooms, leastCoverage } from "./covered-rooms.ts";
import { judgeCoverage } from "./judge-coverage.ts";
import { obtainAhead } from "./obtain-ahead.ts";
import type { Outcome } from "./outcome.ts";
import { parseCoverage } from "./parse-coverage.ts";
import { parseVitestReport } from "./parse-vitest-report.ts";
import { type Program, runProgram } from "./run-program.ts";
import { reportPath, runStories } from "./run-stories.ts";
import { runTests } from "./run-tests.ts";

/** What came of a step, and what more is to be read of it at the end of the run. */
export interface StepOutcome extends Outcome {
  readonly lines?: readonly string[];
}

/** One part of a test run: it prints what it finds and says how many tests passed and failed. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<StepOutcome>;
}

/** Tests that look at the clock. */
const speedTests = "test/unit/speed";

/** Checks that need no server: types, lint, dead code, unit tests and the branches that these take. */
export const unitSteps: readonly Step[] = [
  check("Type check", { packageName: "typescript", binName: "tsc", arguments: [] }),
  check("Lint", { packageName: "@biomejs/biome", binName: "biome", arguments: ["check"] }),
  check("Dead code", { packageName: "knip", binName: "knip", arguments: [] }),
  {
    name: "Unit tests",
    run: async () => {
      // Earlier ones must not be told of tests that crashed.
      await rm(coverageSummary, { force: true });
      return runVitest("unit", ["--coverage", `--exclude=${speedTests}/**`], 8);
    },
  },
  {
    name: "Branch coverage",
    run: async () => {
      const summary: unknown = JSON.parse(await readFile(coverageSummary, "utf8"));
      return judgeCoverage(parseCoverage(summary, coveredRooms), leastCoverage);
    },
  },
  // Apart from the others: counting branches takes up to three times as long.
  { name: "Speed", run: () => runVitest("speed", [speedTests], 1) },
];

/** The built JAR on real Keycloaks in a real browser. */
export const endToEndSteps: readonly Step[] = [
  {
    name: "Browser and Keycloak",
    run: async () => {
      await obtainAhead();
      return { passed: 0, failed: 0 };
    },
  },
  {
    name: "Build",
    run: async () => {
      await buildJar();
      // A build that works is a precondition, not a test: only its failure is counted.
      return { passed: 0, failed: 0 };
    },
  },
  { name: "End-to-end tests", run: () => runStories() },
];

function runVitest(
  name: string,
  programArguments: readonly string[],
  limitInMinutes: number,
): Promise<Outcome> {
  return runTests(reportPath(name), parseVitestReport, (report) => ({
    packageName: "vitest",
    binName: "vitest",
    arguments: [
      ...["run", ...programArguments, "--allowOnly=false", "--reporter=default"],
      ...["--reporter=json", `--outputFile.json=${report}`],
    ],
    limitInMinutes,
  }));
}

function check(name: string, program: Omit<Program, "limitInMinutes">): Step {
  return {
    name,
    run: async () => {
      const succeeded = await runProgram({ ...program, limitInMinutes: 2 });
      return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}
