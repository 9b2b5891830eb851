import type { FaultCase } from "../../test/faults/fault-cases.ts";
import type { Problem } from "../../test/faults/judge.ts";

/** A case that was run, and what was wrong with it. */
export interface CaseResult {
  readonly faultCase: FaultCase;
  readonly problems: readonly Problem[];
}
