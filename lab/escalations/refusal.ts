/** The server doesn't let the attempt go on: what was tried can't be done. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The server has no such role or feature, so there is nothing to try. */
export class Inapplicable extends Error {
  override readonly name = "Inapplicable";
}
