/**
 * A failure that a person can mend: its message is one clear sentence (what was tried, what holds,
 * what to do next) and is printed alone, without a stack trace.
 */
export class ExpectedError extends Error {
  override readonly name = "ExpectedError";
}
