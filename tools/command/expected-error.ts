/**
 * A failure that a person can fix: its message is one clear sentence (what was tried, what is there,
 * what to do next) and is printed alone, without a stack trace.
 */
export class ExpectedError extends Error {
  override readonly name = "ExpectedError";
}
