/** Settings of a client that decide how it gets tokens, and for how long they are valid. */
export interface TokenSettings {
  /**
   * Tokens issued before this time are rejected, in seconds since 1970; 0 if the client has no such
   * time.
   */
  readonly notBefore: number;
  /**
   * How long its access tokens live, in seconds; -1 for as long as a session may. Undefined if the
   * realm decides.
   */
  readonly lifespan: number | undefined;
  /** When its secret expires, in seconds since 1970; undefined if it doesn't. */
  readonly secretExpiresAt: number | undefined;
  /** The required algorithm of its assertions, such as `ES256`; undefined if any is allowed. */
  readonly signingAlgorithm: string | undefined;
}
