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
  /** The client scope that the Admin API asks for; missing where the server is known to ask for none. */
  readonly adminClientScope?: HandedClientScope | undefined;
  /** What the client has already; missing where that isn't known. */
  readonly assigned?: AssignedRoles | undefined;
}

/** A client scope, to be added to the client's default ones. */
export interface HandedClientScope {
  readonly name: string;
  /** Whether the realm is known to have it; otherwise it may. */
  readonly isThere: boolean;
  /** The other default client scopes of the client; undefined where they aren't known. */
  readonly others: readonly string[] | undefined;
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
