import { buildJar } from "../../build.ts";
import { obtainAhead } from "./obtain-ahead.ts";
import type { Outcome } from "./outcome.ts";
import { parseVitestReport } from "./parse-vitest-report.ts";
import { type Program, runProgram } from "./run-program.ts";
import { reportPath, runStories } from "./run-stories.ts";
import { runTests } from "./run-tests.ts";

/** One part of a test run: it prints what it finds and says how many tests passed and failed. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** Checks that need no server: types, lint, dead code and unit tests. */
export const unitSteps: readonly Step[] = [
  check("Type check", { packageName: "typescript", binName: "tsc", arguments: [] }),
  check("Lint", { packageName: "@biomejs/biome", binName: "biome", arguments: ["check"] }),
  check("Dead code", { packageName: "knip", binName: "knip", arguments: [] }),
  {
    name: "Unit tests",
    run: () =>
      runTests(reportPath("unit"), parseVitestReport, (report) => ({
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

function check(name: string, program: Omit<Program, "limitInMinutes">): Step {
  return {
    name,
    run: async () => {
      const succeeded = await runProgram({ ...program, limitInMinutes: 2 });
      return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}
