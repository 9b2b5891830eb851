import { countsLine, type Outcome, sumOutcomes } from "./outcome.ts";

/** What a step found. */
export interface StepOutcome extends Outcome {
  /** A line for each test that failed, repeated at the end of the run. */
  readonly failures?: readonly string[];
}

/** One part of a run: it prints what it finds and says how many tests passed and failed. */
export interface Step {
  readonly name: string;
  /** @param signal aborted when the run is stopped: the step then ends, with what it has found until then */
  readonly run: (signal: AbortSignal) => Promise<StepOutcome>;
}

/**
 * Runs the steps one after the other, also after a failed one, so that one run tells everything.
 * A step that throws, or in which the run was stopped, has a failed test at least; later ones don't begin then.
 */
export async function runSteps(
  steps: readonly Step[],
  signal: AbortSignal,
  print: (line: string) => void,
): Promise<Outcome> {
  const lines: string[] = [];
  const outcomes: StepOutcome[] = [];
  for (const step of steps) {
    if (signal.aborted) {
      lines.push(`– ${step.name}: not run`);
      continue;
    }
    print(`\n── ${step.name}`);
    const begin = performance.now();
    const outcome = await outcomeOf(step, signal, print);
    outcomes.push(outcome);
    const mark = outcome.failed === 0 ? "✓" : "✗";
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    const until = signal.aborted ? "until it was stopped, " : "";
    const line = `${mark} ${step.name}: ${countsLine(outcome)} (${until}${seconds} s)`;
    print(line);
    // They were printed far above, among those that passed.
    lines.push(line, ...(outcome.failures ?? []).map((failure) => `    ${failure}`));
  }
  print(`\n${lines.join("\n")}\n`);
  return sumOutcomes(outcomes);
}

async function outcomeOf(
  step: Step,
  signal: AbortSignal,
  print: (line: string) => void,
): Promise<StepOutcome> {
  try {
    const outcome = await step.run(signal);
    return { ...outcome, failed: signal.aborted ? Math.max(1, outcome.failed) : outcome.failed };
  } catch (error) {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { passed: 0, failed: 1 };
  }
}
