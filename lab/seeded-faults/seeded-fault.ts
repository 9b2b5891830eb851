/** A mistake that the product must not make, put in on purpose: what stands in a file, and what stands there then. */
export interface SeededFault {
  readonly name: string;
  readonly file: string;
  /** Exactly as it stands in the file, once. */
  readonly text: string;
  readonly broken: string;
}
