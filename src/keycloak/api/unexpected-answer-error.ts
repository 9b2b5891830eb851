/** An answer that differs from the Admin API's documentation, such as a proxy's page. */
export class UnexpectedAnswerError extends Error {
  override readonly name = "UnexpectedAnswerError";
}
