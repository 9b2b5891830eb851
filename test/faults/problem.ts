/** What may be wrong with a case; each counts for itself. */
export type Verdict =
  /** Something was added that the plan doesn't name. */
  | "added"
  /** Something was lost that the plan doesn't take. */
  | "lost"
  /** The report says what isn't so, or doesn't say what is. */
  | "falseReport"
  /** Continue doesn't reach the plan, or Undo not the state before. */
  | "notRecovered"
  /** A token stands in what came of it. */
  | "leak"
  /** The case itself couldn't be evaluated. */
  | "broken";

/** One thing wrong with a case. */
export interface Problem {
  readonly verdict: Verdict;
  readonly text: string;
}
