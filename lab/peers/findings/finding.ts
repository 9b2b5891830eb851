import type { Subject } from "../cases/peer-case.ts";

/** Something that a tool reports. */
export interface PeerFinding {
  readonly subject: Subject;
  /** What it reports of it, in its own word: the name of a rule, or of a role. */
  readonly rule: string;
}
