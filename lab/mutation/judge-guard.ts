import type { TestResult } from "./test-result.ts";

/** Whether a broken guard was noticed, and the line that tells so. */
export interface GuardVerdict {
  readonly isCaught: boolean;
  readonly line: string;
}

/** Tells what came of a broken guard: only a test that went red has noticed it. */
export function judgeGuard({ passed, failed, errors }: TestResult): GuardVerdict {
  const [first, ...others] = failed;
  const [error] = errors;
  if (error !== undefined) {
    return { isCaught: false, line: `what it is replaced with does not run: ${error}` };
  }
  if (passed + failed.length === 0) return { isCaught: false, line: "no test ran" };
  if (first === undefined) return { isCaught: false, line: "survived: no test went red" };
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return { isCaught: true, line: `caught by “${first}”${more}` };
}
