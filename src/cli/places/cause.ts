import type { Path } from "../source/source.ts";

/** The cause of a finding: a parsed object of a realm export, and a part of it. */
export interface Cause {
  readonly of: object;
  readonly within: Path;
}
