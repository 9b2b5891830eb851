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
  /** Mapped roles that the signed-in administrator may not unassign; left out where that isn't known. */
  readonly kept?: ReadonlySet<RoleKey> | undefined;
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
  /** Whether it is an authorization server, with policies and permissions of its own. */
  readonly authorizationServicesEnabled: boolean;
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

/** What is known of a client's service-account user. */
export type Account =
  /** It exists, also where the client's settings keep it from using it. */
  | {
      readonly kind: "found";
      readonly userId: string;
      /** Whether the user is enabled; undefined where the server doesn't say so. */
      readonly enabled: boolean | undefined;
    }
  /** The server says that the client has none. */
  | { readonly kind: "none" }
  /**
   * No user has the usual name. It may have another name, as after an import, or not exist: asking the
   * server for it would create a missing one.
   */
  | { readonly kind: "notUnderUsualName" }
  /** There is none, and Keycloak can't create it: the user of the usual name is another one's. */
  | { readonly kind: "nameTaken" }
  /** The signed-in administrator may not see users. */
  | { readonly kind: "notKnown" };

/** A client scope of the realm. */
export interface ClientScope {
  readonly id: string;
  readonly name: string;
}

/**
 * What a composite role holds on this server, to any depth. It can hold more or less than Keycloak ships it
 * with: an imported realm may say so.
 */
export type RoleContent =
  | {
      readonly kind: "read";
      /** Admin roles, those of `master` among them where that is administered. */
      readonly gives: ReadonlySet<RoleKey>;
      /** Names of other roles: of the realm, or of other clients. */
      readonly others: readonly string[];
    }
  | { readonly kind: "notRead" }
  /** It could not be read. */
  | {
      readonly kind: "notKnown";
      /** Why no request could be sent at all, as where the person's session is gone. */
      readonly thrown?: unknown;
    };

/** The service account that a policy is asked about, and the realm that its roles administer. */
export interface PolicySubject {
  readonly realm: string;
  readonly administers: string;
  readonly clientId: string;
}

/** What a client's calls are decided by. */
export interface Access extends Holdings {
  readonly client: Pick<
    ClientSettings,
    "defaultClientScopes" | "serviceAccountsEnabled" | "publicClient"
  >;
  /** The roles this server has. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** Roles in the client's scope; undefined where full scope is allowed, which lets every role pass. */
  readonly inScope: ReadonlySet<RoleKey> | undefined;
  /**
   * Where roles live of which the signed-in administrator sees only some or none in the client's scope: of those
   * that `inScope` lacks, it isn't known whether they are there. Ask `isInScope` in `scope.ts`.
   */
  readonly unseenScope: ReadonlySet<ContainerKey>;
  /**
   * The realm's client scope that the Admin API asks of clients from Keycloak 26.8 on: undefined
   * where the realm has none, and `notAsked` where that was not asked.
   */
  readonly adminClientScope: ClientScope | "notAsked" | undefined;
  /** Whether it is known what the account holds: the signed-in administrator may see it, and it was found. */
  readonly isReadable: boolean;
  /** What composite roles hold, as far as it differs from what they ship with or was read. */
  readonly contents: ReadonlyMap<RoleKey, RoleContent>;
  /** Whom a built-in policy is asked about; left out where there is none. */
  readonly policySubject?: PolicySubject | undefined;
}

/** A client, its service account, what can be mapped to it, and what it holds. */
export interface Snapshot extends Access {
  readonly client: ClientSettings;
  readonly account: Account;
  /** The client that carries the admin roles of the realm administered. */
  readonly adminClient: AdminClient;
  /** Whether the realm administered is `master`, where realm roles give admin power too. */
  readonly isMaster: boolean;
}

/** The client that carries the admin roles of a realm. */
export interface AdminClient {
  readonly clientUuid: string;
  readonly clientId: string;
  /** Whether it carries permissions, as fine-grained admin permissions of the older kind do. */
  readonly authorizationServicesEnabled: boolean;
}
