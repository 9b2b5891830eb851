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
  /** The server's version, such as `26.7.3`, or its minor; missing where it isn't known. */
  readonly keycloak?: string | undefined;
  /** The presets that the roles are of; missing where they are of none. */
  readonly presetIds?: readonly string[];
  /** What the client has already; missing where that isn't known. */
  readonly assigned?: AssignedRoles | undefined;
}

/** Names of roles that a client has, by the place that they live in. */
interface RoleNames {
  readonly adminRoles: readonly string[];
  readonly realmRoles: readonly string[];
}

/** Roles that are assigned to a service account, and those that are in its client's scope. */
export interface AssignedRoles {
  readonly mapped: RoleNames;
  readonly inScope: RoleNames;
}
