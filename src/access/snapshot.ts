import type { ContainerKey, RoleReference } from "../catalog/presets.ts";

/** A role's place and name as one string, fit for sets and maps; names come from the server and may be anything. */
export type RoleKey = `${ContainerKey}:${string}`;

/** The key of a role. */
export function roleKey({ container, name }: RoleReference): RoleKey {
  return `${container}:${name}`;
}

/** A role as the server offers it. Both id and name are needed to map it. */
export interface Role extends RoleReference {
  readonly id: string;
}

/** What a service account holds; every set is the server's own answer. */
export interface Holdings {
  /** Roles mapped to the service-account user itself. */
  readonly mapped: ReadonlySet<RoleKey>;
  /** Roles in effect: mapped, or held through a composite role, a group or a default role. */
  readonly effective: ReadonlySet<RoleKey>;
  /** Roles that are not mapped and that the signed-in administrator may map. */
  readonly grantable: ReadonlySet<RoleKey>;
}

/** The settings of the client that decide whether it has a service account and what its calls may do. */
export interface ClientSettings {
  readonly clientUuid: string;
  readonly clientId: string;
  readonly protocol: string;
  readonly enabled: boolean;
  readonly bearerOnly: boolean;
  readonly publicClient: boolean;
  readonly serviceAccountsEnabled: boolean;
  readonly fullScopeAllowed: boolean;
}

/** A client whose service account is on: the account, what can be mapped to it, and what it holds. */
export interface Snapshot extends Holdings {
  readonly client: ClientSettings;
  readonly serviceAccountUserId: string;
  /** The client that carries the realm's admin roles. */
  readonly adminClient: { readonly clientUuid: string; readonly clientId: string };
  /** Whether the realm is `master`. */
  readonly isMaster: boolean;
  /** The roles this server has. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** Roles in the client's scope; undefined where full scope is allowed, which lets every role pass. */
  readonly inScope: ReadonlySet<RoleKey> | undefined;
}

/** Roles to be mapped to, or to be taken from, a service-account user. */
export interface RoleChange {
  readonly add: readonly Role[];
  readonly remove: readonly Role[];
}
