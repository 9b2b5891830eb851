/** Settings of a client that decide how it gets tokens, and how long they count. */
export interface TokenSettings {
  /** Tokens issued before are refused, in seconds since 1970; 0 where the client names no such time. */
  readonly notBefore: number;
  /**
   * How long its access tokens live, in seconds; -1 for as long as a session may. Undefined where the
   * realm decides it.
   */
  readonly lifespan: number | undefined;
  /** When its secret ends, in seconds since 1970; undefined where it doesn't. */
  readonly secretExpiresAt: number | undefined;
  /** The algorithm that it has to sign its assertions with, such as `ES256`; undefined where it may choose. */
  readonly signingAlgorithm: string | undefined;
}
