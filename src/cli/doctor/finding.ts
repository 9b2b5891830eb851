/**
 * How a finding counts:
 *
 * - `ok`: as it should be.
 * - `note`: worth knowing, nothing to fix.
 * - `problem`: keeps the tab away, makes it less reliable, or will break the server.
 * - `unknown`: could not be judged.
 * - `hidden`: the client that signed in may not see it.
 */
export type FindingLevel = "ok" | "note" | "problem" | "unknown" | "hidden";

/** What one check of the doctor says. */
export interface Finding {
  /** Names the check for programs. */
  readonly id: string;
  readonly level: FindingLevel;
  /** What was looked at. */
  readonly subject: string;
  /** What is there. */
  readonly found: string;
  /** What to do, if anything. */
  readonly advice?: string | undefined;
}
