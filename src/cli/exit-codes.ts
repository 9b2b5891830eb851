/** How a command can end. */
export const exitCodes = {
  passed: 0,
  /** What was asked does not hold, such as that nobody holds more than is allowed. */
  notPassed: 1,
  /** It could not be done, or the answer can't be told. */
  failed: 2,
  /** There is an answer, and parts of what it is about could not be seen. */
  incomplete: 3,
} as const;

/** A process ends with one of these. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
