import type { Outcome } from "../../tools/test/outcome.ts";
import type { LoggedTest } from "../../tools/test/test-log.ts";
import type { Guard } from "./guards.ts";
import type { ProjectCopy } from "./project-copy.ts";

/** Runs test files where a copy of the project lies. */
export type RunTests = (folder: string, files: readonly string[]) => Promise<readonly LoggedTest[]>;

/** Whether a test noticed that a guard was broken, and the line that says so. */
interface GuardVerdict {
  readonly isCaught: boolean;
  readonly line: string;
}

/**
 * Breaks one guard after the other in a copy of the project, and expects a test to go red each time.
 *
 * @throws when tests are red, or none run, before anything is broken: they could notice nothing.
 */
export async function checkGuards(
  guards: readonly Guard[],
  copy: ProjectCopy,
  runTests: RunTests,
  print: (line: string) => void,
): Promise<Outcome> {
  const files = [...new Set(guards.flatMap(({ tests }) => tests))];
  const tests = await runTests(copy.folder, files);
  const red = tests.filter(({ outcome }) => outcome !== "passed");
  if (tests.length === 0 || red.length > 0) {
    const count = tests.length - red.length;
    const names = red.map(nameOf).join("\n");
    throw new Error(`Before anything is broken, ${count} tests pass, and these don't:\n${names}`);
  }
  const verdicts: GuardVerdict[] = [];
  for (const guard of guards) {
    const verdict = await tryWithout(guard, copy, runTests);
    verdicts.push(verdict);
    print(`${verdict.isCaught ? "✓" : "✗"} ${guard.name}: ${verdict.line}`);
  }
  const caught = verdicts.filter(({ isCaught }) => isCaught).length;
  return { passed: caught, failed: verdicts.length - caught };
}

async function tryWithout(
  guard: Guard,
  copy: ProjectCopy,
  runTests: RunTests,
): Promise<GuardVerdict> {
  const whole = await copy.read(guard.file);
  try {
    await copy.write(guard.file, breakGuard(whole, guard));
    return judgeGuard(await runTests(copy.folder, guard.tests));
  } catch (error) {
    return { isCaught: false, line: error instanceof Error ? error.message : String(error) };
  } finally {
    await copy.write(guard.file, whole);
  }
}

/**
 * The text of a file without the check.
 *
 * @throws when the check's text doesn't stand there exactly once: what is broken must be the check.
 */
function breakGuard(source: string, { file, text, broken }: Guard): string {
  const [before = "", after, ...others] = source.split(text);
  if (after === undefined || others.length > 0) {
    const found = after === undefined ? "no longer holds" : "holds more than once";
    throw new Error(`${file} ${found} the text ${JSON.stringify(text)}`);
  }
  return `${before}${broken}${after}`;
}

/** Only a test that went red has noticed a broken guard, not one that could not run. */
function judgeGuard(tests: readonly LoggedTest[]): GuardVerdict {
  const error = tests.find(({ outcome }) => outcome === "error");
  if (error !== undefined) {
    const line = `what it is replaced with does not run: ${error.message}`;
    return { isCaught: false, line };
  }
  if (tests.length === 0) return { isCaught: false, line: "no test ran" };
  const [first, ...others] = tests.filter(({ outcome }) => outcome === "failed");
  if (first === undefined) return { isCaught: false, line: "survived: no test went red" };
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return { isCaught: true, line: `caught by “${nameOf(first)}”${more}` };
}

const nameOf = ({ titles, outcome, message }: LoggedTest) =>
  (outcome === "error" ? message : titles.at(-1)) ?? "";
