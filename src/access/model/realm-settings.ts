/**
 * Settings of a realm that decide whether its clients get tokens, and for how long these are valid.
 */
export interface RealmSettings {
  readonly isEnabled: boolean;
  /**
   * Tokens issued before this time are rejected, in seconds since 1970; 0 if the realm has no such
   * time.
   */
  readonly notBefore: number;
  /**
   * Which requests must use HTTPS: `all`, `external` for those from public addresses, or `none`.
   */
  readonly sslRequired: string;
  /** How long access tokens live, in seconds; -1 for as long as a session may. */
  readonly lifespan: number;
  /** How long a session may last, in seconds. */
  readonly sessionLifespan: number | undefined;
}
