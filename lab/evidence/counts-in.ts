import { stripVTControlCharacters } from "node:util";
import type { Outcome } from "../../tools/test/outcome.ts";

/**
 * The last counts of tests in the output of a suite: the line that our own runs end with, or vitest's, such as
 * `Tests  1 failed | 4 passed (5)`. What vitest has skipped counts as failed, as in our own runs.
 *
 * @returns `undefined` where no line counts tests
 */
export function countsIn(output: string): Outcome | undefined {
  const lines = stripVTControlCharacters(output).split(/\r?\n/);
  return lines.map(countsOfLine).findLast((counts) => counts !== undefined);
}

function countsOfLine(line: string): Outcome | undefined {
  const own = /^(\d+) passed, (\d+) failed$/.exec(line);
  if (own !== null) return { passed: Number(own[1]), failed: Number(own[2]) };
  const [, parts, whole] = /^\s*Tests\s+(\d+ \w+(?: \| \d+ \w+)*) \((\d+)\)$/.exec(line) ?? [];
  if (parts === undefined) return undefined;
  const passed = Number(/(\d+) passed/.exec(parts)?.[1] ?? 0);
  return { passed, failed: Number(whole) - passed };
}
