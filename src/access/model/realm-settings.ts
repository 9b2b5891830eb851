/** Settings of a realm that decide whether its clients get tokens, and how long these count. */
export interface RealmSettings {
  readonly isEnabled: boolean;
  /** Tokens issued before are refused, in seconds since 1970; 0 where the realm names no such time. */
  readonly notBefore: number;
  /** Which requests have to come over HTTPS: `all`, `external` for those of public addresses, or `none`. */
  readonly sslRequired: string;
  /** How long access tokens live, in seconds; -1 for as long as a session may. */
  readonly lifespan: number;
  /** How long a session may last, in seconds. */
  readonly sessionLifespan: number | undefined;
}
