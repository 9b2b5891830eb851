import { countsLine, type Outcome, sumOutcomes } from "./outcome.ts";
import type { Step, StepOutcome } from "./steps.ts";

/**
 * Runs the steps one after the other, also after a failed one, so that one run tells everything.
 * A step that throws counts as one failed test.
 */
export async function runSteps(
  steps: readonly Step[],
  print: (line: string) => void,
): Promise<Outcome> {
  const lines: string[] = [];
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    print(`\n── ${step.name}`);
    const begin = performance.now();
    const outcome = await outcomeOf(step, print);
    outcomes.push(outcome);
    const mark = outcome.failed === 0 ? "✓" : "✗";
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    const line = `${mark} ${step.name}: ${countsLine(outcome)} (${seconds} s)`;
    print(line);
    lines.push(line, ...(outcome.lines ?? []));
  }
  print(`\n${lines.join("\n")}\n`);
  return sumOutcomes(outcomes);
}

async function outcomeOf(step: Step, print: (line: string) => void): Promise<StepOutcome> {
  try {
    return await step.run();
  } catch (error) {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { passed: 0, failed: 1 };
  }
}
