import type { Outcome } from "../../tools/test/outcome.ts";
import { breakGuard } from "./break-guard.ts";
import type { Guard } from "./guard.ts";
import { type GuardVerdict, judgeGuard } from "./judge-guard.ts";
import type { ProjectCopy } from "./project-copy.ts";
import type { TestResult } from "./test-result.ts";

/** Runs test files where a copy of the project lies. */
export type RunTests = (folder: string, files: readonly string[]) => Promise<TestResult>;

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
  const { passed, failed, errors } = await runTests(copy.folder, files);
  if (passed === 0 || failed.length + errors.length > 0) {
    const names = [...failed, ...errors].join("\n");
    throw new Error(`Before anything is broken, ${passed} tests pass, and these don't:\n${names}`);
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
