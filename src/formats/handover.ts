/** Roles for a client's service account, to be assigned with another tool. */
export interface Handover {
  /** The base address of the server with its relative path, without a trailing slash. */
  readonly serverUrl: string;
  /** The realm of the client. */
  readonly realm: string;
  readonly clientId: string;
  /** Client ID of the client with the admin roles. */
  readonly adminClientId: string;
  /** Names of roles of that client. */
  readonly adminRoles: readonly string[];
  /** Names of realm roles, which give admin access only in `master`. */
  readonly realmRoles: readonly string[];
  /** Whether *Full scope allowed* is off, so that roles must be in the client's scope too. */
  readonly isScoped: boolean;
}
