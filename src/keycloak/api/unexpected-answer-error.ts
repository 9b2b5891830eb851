/** An answer that is not what the Admin API documents, such as a page put there by a proxy. */
export class UnexpectedAnswerError extends Error {
  override readonly name = "UnexpectedAnswerError";
}
