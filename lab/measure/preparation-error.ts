/** A call's target can't be made on this server, say since it lacks a feature. */
export class PreparationError extends Error {
  override readonly name = "PreparationError";
}
