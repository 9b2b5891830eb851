import packageJson from "../../package.json" with { type: "json" };

/** A program and its arguments. */
export type ProgramCall = readonly [string, ...string[]];

/** Something long that is run on a state of the code, and proves something of it. */
export interface Suite {
  /** Names it behind `--only`, and names the file of its result. */
  readonly id: string;
  /** What it proves, in one sentence. */
  readonly proves: string;
  /** How a person runs it alone, such as `npm run test:gate`. */
  readonly command: string;
  /** What is run for it, one after the other. */
  readonly programs: readonly ProgramCall[];
  /** What it writes into the documentation: a link from `docs/`. */
  readonly page?: string;
  /** Whether it clones the project by itself, and so runs what is committed. */
  readonly usesCommit?: boolean;
  /** Whether it is run in a clean clone of the commit. */
  readonly inClone?: boolean;
  /** Whether it prints no counts of tests, so that its exit code alone says whether it passed. */
  readonly isUncounted?: boolean;
}

/** A suite that is a script of `package.json`, perhaps with arguments. */
export interface ScriptSuite extends Omit<Suite, "command" | "programs"> {
  readonly script: keyof typeof packageJson.scripts;
  readonly arguments?: readonly string[];
}

const scripts: Readonly<Record<string, string>> = packageJson.scripts;

/**
 * Makes a suite of a script. Its programs are run as they are, without npm between: npm would pass a signal to its shell
 * alone, and end before the suite has stopped its servers.
 */
export function scriptSuite({ script, arguments: given = [], ...suite }: ScriptSuite): Suite {
  const typed = script === "test" ? "npm test" : `npm run ${script}`;
  const before = scripts[`pre${script}`];
  return {
    ...suite,
    command: given.length === 0 ? typed : `${typed} -- ${given.join(" ")}`,
    programs: [
      ...(before === undefined ? [] : [callOf(before)]),
      [...callOf(packageJson.scripts[script]), ...given],
    ],
  };
}

function callOf(script: string): ProgramCall {
  const [program = "", ...programArguments] = script.split(" ");
  return [program, ...programArguments];
}
