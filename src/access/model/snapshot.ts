import type { ContainerKey, RoleReference } from "../../catalog/presets/presets.ts";
import type { TokenSettings } from "./token-settings.ts";

/** A role's place and name as one string, fit for sets and maps; names come from the server and may be anything. */
export type RoleKey = `${ContainerKey}:${string}`;

/** The key of a role. */
export function roleKey({ container, name }: RoleReference): RoleKey {
  return `${container}:${name}`;
}

/** The role that a key is of. */
export function toRoleReference(key: RoleKey): RoleReference {
  const [container, ...name] = key.split(":");
  return { container: container === "realm" ? "realm" : "admin", name: name.join(":") };
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

/**
 * A proof that comes with each call: by a DPoP key, or by the TLS certificate of the client.
 *
 * @see [RFC 9449, DPoP](https://www.rfc-editor.org/rfc/rfc9449)
 * @see [RFC 8705, certificate-bound access tokens](https://www.rfc-editor.org/rfc/rfc8705#section-3)
 */
export type TokenBinding = "DPoP" | "mutual TLS";

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
  /** Whether people who sign out are led past the client by the browser. */
  readonly frontchannelLogout: boolean;
  /** How the client proves who it is, such as `client-secret` or `client-jwt`. */
  readonly authenticator: string;
  /** What its tokens are bound to, so that a plain bearer call is refused; undefined where they aren't bound. */
  readonly tokenBinding: TokenBinding | undefined;
  /** How it gets tokens, and how long they count. */
  readonly tokenSettings: TokenSettings;
  /** Names of the client scopes that are in every token of the client. */
  readonly defaultClientScopes: ReadonlySet<string>;
  /** Names of the client scopes that are in a token where it was asked for them. */
  readonly optionalClientScopes: ReadonlySet<string>;
  /** Whether the signed-in administrator may change the client's settings and scope. */
  readonly isManageable: boolean;
}

/** A client scope of the realm. */
export interface ClientScope {
  readonly id: string;
  readonly name: string;
}

/** What a client's calls are decided by. */
export interface Access extends Holdings {
  readonly client: Pick<ClientSettings, "defaultClientScopes">;
  /** The roles this server has. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** Roles in the client's scope; undefined where full scope is allowed, which lets every role pass. */
  readonly inScope: ReadonlySet<RoleKey> | undefined;
  /**
   * The realm's client scope that the Admin API asks of clients from Keycloak 26.8 on: undefined
   * where the realm has none, and `notAsked` where that was not asked.
   */
  readonly adminClientScope: ClientScope | "notAsked" | undefined;
  /** Whether the signed-in administrator may see what the account holds. */
  readonly isReadable: boolean;
}

/** A client, its service account, what can be mapped to it, and what it holds. */
export interface Snapshot extends Access {
  readonly client: ClientSettings;
  /** Undefined where service accounts are off, so that there is no such user. */
  readonly serviceAccountUserId: string | undefined;
  /** The client that carries the admin roles of the realm administered. */
  readonly adminClient: AdminClient;
  /** Whether the realm administered is `master`, where realm roles give admin power too. */
  readonly isMaster: boolean;
}

/** The client that carries the admin roles of a realm. */
export interface AdminClient {
  readonly clientUuid: string;
  readonly clientId: string;
}
