/** A part of `docs/peers.md`: what was measured, and with what. */
export interface PartOfPage {
  /** The tools and their versions. */
  readonly versions: readonly string[];
  readonly text: string;
  /** What is not as this product promises, a sentence each. */
  readonly broken: readonly string[];
}
