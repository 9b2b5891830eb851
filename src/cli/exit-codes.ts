/** Exit codes of commands. */
export const exitCodes = {
  passed: 0,
  /** Not allowed: for example, a service account has more access than allowed. */
  notPassed: 1,
  /** The command failed, or the files leave the answer open. */
  failed: 2,
  /** The answer is incomplete, because the client can't see everything. */
  incomplete: 3,
} as const;

/** A process exits with one of these codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
