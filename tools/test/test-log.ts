import { appendFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

/**
 * A test that has ended, as a reporter notes it at once: what a run that is cut off has found until then is
 * counted too.
 */
export interface LoggedTest {
  /** From the outermost `describe` to the test itself; of an error outside of any test, where it is. */
  readonly titles: readonly string[];
  /** "error" where no test could run: its file is broken, or a server could not be stopped. */
  readonly outcome: "passed" | "failed" | "error";
  readonly message?: string;
}

/** The variable of the environment that names the log's file to the reporters. */
export const testLogVariable = "PRESETS_TEST_LOG";

/** Adds a test to the log that the environment names; does nothing where it names none. */
export function logTest(test: LoggedTest): void {
  const file = process.env[testLogVariable];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(test)}\n`);
}

/** The tests in a log, in the order in which they ended; none where there is no log. */
export async function readTestLog(file: string): Promise<readonly LoggedTest[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  // What is behind the last line break is a line that was cut off.
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
