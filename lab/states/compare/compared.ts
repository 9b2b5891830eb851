/** A statement that was compared with the truth. */
export interface Compared {
  /** Where it stands and what it is about, such as `search: GET /users`. */
  readonly about: string;
  readonly said: string;
  /** What is true; undefined where the statement is true, or says that it isn't known. */
  readonly truth?: string | undefined;
  readonly isKnown: boolean;
}
