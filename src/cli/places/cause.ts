import type { Path } from "../source/source.ts";

/** What a finding is about: something of a realm's export, as it was parsed, and a part of it. */
export interface Cause {
  readonly of: object;
  readonly within: Path;
}
