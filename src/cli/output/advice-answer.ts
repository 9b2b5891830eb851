import type { Advice } from "../../access/use/advise.ts";
import type { Use } from "../../access/use/collect-use.ts";
import type { RecordedUse } from "../../access/use/recorded-use.ts";
import type { KnownCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { LoggedCalls } from "../advise/calls-in-logs.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";

/** What `presets advise` found. */
export interface AdviceAnswer {
  readonly matrix: MeasuredMatrix;
  readonly isServerAsked: boolean;
  /** Undefined where no server was asked, and where its events may not be seen. */
  readonly recorded: RecordedUse | undefined;
  readonly isLogGiven: boolean;
  readonly logged: LoggedCalls;
  readonly use: Use;
  readonly advice: Advice;
  /** How many days of events count. */
  readonly days: number;
  /** Writing calls that leave no event. */
  readonly untraced: readonly KnownCall[];
}

/** Whether everything that events and logs can tell is known and covered. */
export function isComplete({
  isServerAsked,
  recorded,
  logged,
  use,
  advice,
}: AdviceAnswer): boolean {
  const areEventsKnown =
    !isServerAsked ||
    (recorded?.isComplete === true &&
      recorded.areWritesKept &&
      recorded.recordedSince !== undefined);
  return (
    areEventsKnown &&
    use.unrecognized.length + advice.notMeasured.length + logged.unknown.length === 0 &&
    !logged.isCut
  );
}

/** Passed where the advice covers all that was used; not passed where no role allows a call of that. */
export function exitCodeOf(answer: AdviceAnswer): ExitCode {
  const { needed, roles } = answer.advice;
  if (needed.length > 0 && roles === undefined) return exitCodes.notPassed;
  return isComplete(answer) ? exitCodes.passed : exitCodes.incomplete;
}
