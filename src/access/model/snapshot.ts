import type {
  ContainerKey,
  OtherContainer,
  Preset,
  RoleReference,
} from "../../catalog/presets/presets.ts";
import type { Ownership } from "../ownership/ownership.ts";
import type { TokenSettings } from "./token-settings.ts";

/**
 * A role's container and name as one string, for sets and maps. Names come from the server and can
 * be anything.
 */
export type RoleKey = `${ContainerKey}:${string}`;

/** The key of a role. */
export function roleKey({ container, name }: RoleReference): RoleKey {
  return `${container}:${name}`;
}

/** The role of a key. No container has a colon: client IDs are encoded. */
export function toRoleReference(key: RoleKey): RoleReference {
  const end = key.indexOf(":");
  // Its type says what it begins with.
  return { container: key.slice(0, end) as ContainerKey, name: key.slice(end + 1) };
}

/** A role of the server. Assigning it needs both id and name. */
export interface Role extends RoleReference {
  readonly id: string;
  /** The client that it belongs to, where that isn't the one with the admin roles. */
  readonly clientUuid?: string;
}

/** The roles of a service account; every set is the server's own answer. */
export interface Holdings {
  /** Roles assigned to the service-account user itself. */
  readonly mapped: ReadonlySet<RoleKey>;
  /** Effective roles: assigned, or inherited from a composite role, a group or a default role. */
  readonly effective: ReadonlySet<RoleKey>;
  /** Unassigned roles that the signed-in administrator may assign. */
  readonly grantable: ReadonlySet<RoleKey>;
  /** Mapped roles that the signed-in administrator may not unassign; left out where that isn't known. */
  readonly kept?: ReadonlySet<RoleKey> | undefined;
  /** Whether the signed-in administrator is a realm admin; left out where that isn't known. */
  readonly isForRealmAdmin?: boolean | undefined;
}

/**
 * A proof with each call: by a DPoP key, or by the client's TLS certificate.
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
  /** Whether it has authorization services, with its own policies and permissions. */
  readonly authorizationServicesEnabled: boolean;
  readonly fullScopeAllowed: boolean;
  /** Whether front-channel logout is on for the client. */
  readonly frontchannelLogout: boolean;
  /** How the client authenticates, such as `client-secret` or `client-jwt`. */
  readonly authenticator: string;
  /**
   * What its tokens are bound to, so that the server rejects plain bearer calls; undefined if they
   * aren't bound.
   */
  readonly tokenBinding: TokenBinding | undefined;
  /** How it gets tokens, and for how long they are valid. */
  readonly tokenSettings: TokenSettings;
  /** Names of the client scopes that are in every token of the client. */
  readonly defaultClientScopes: ReadonlySet<string>;
  /** Names of the client scopes that are in a token on request. */
  readonly optionalClientScopes: ReadonlySet<string>;
  /** The tool that manages the client, as an attribute of the client names it. */
  readonly managedBy?: string | undefined;
  /** Whose the client is, what it is for, and when its access is reviewed; undefined where it doesn't exist yet. */
  readonly ownership?: Ownership | undefined;
  /** Which presets of the realm were applied to the client, in which revision, as its attributes say by their names. */
  readonly markers?: ReadonlyMap<string, string> | undefined;
  /** Whether the signed-in administrator may change the client's settings and scope. */
  readonly isManageable: boolean;
}

/** What is known of a client's service-account user. */
export type Account =
  /** It exists, even if the client's settings prevent its use. */
  | {
      readonly kind: "found";
      readonly userId: string;
      /** Whether the user is enabled; undefined if the server doesn't say. */
      readonly enabled: boolean | undefined;
    }
  /** The server says that the client has none. */
  | { readonly kind: "none" }
  /**
   * No user has the usual name. The account may have another name, for example after an import, or
   * not exist. Requesting it would create a missing one.
   */
  | { readonly kind: "notUnderUsualName" }
  /**
   * It doesn't exist, and Keycloak can't create it, because the user with the usual name isn't the
   * client's.
   */
  | { readonly kind: "nameTaken" }
  /** The signed-in administrator can't see users. */
  | { readonly kind: "notKnown" };

/** A client scope of the realm. */
export interface ClientScope {
  readonly id: string;
  readonly name: string;
}

/**
 * The content of a composite role on this server at any depth. After an import, it can include more
 * or less than in stock Keycloak.
 */
export type RoleContent =
  | {
      readonly kind: "read";
      /** Admin roles, including those of `master` if it is administered. */
      readonly gives: ReadonlySet<RoleKey>;
      /** Names of other roles: of the realm, or of other clients. */
      readonly others: readonly string[];
    }
  | { readonly kind: "notRead" }
  /** It could not be read. */
  | {
      readonly kind: "notKnown";
      /**
       * Why no request could be sent at all, for example because the person's session has expired.
       */
      readonly thrown?: unknown;
    };

/** The service account that a policy is evaluated for, and the realm that its roles administer. */
export interface PolicySubject {
  readonly realm: string;
  readonly administers: string;
  readonly clientId: string;
}

/** A container of roles that aren't admin roles, and where it is asked for them. */
export interface RoleContainer {
  readonly container: OtherContainer;
  /** Undefined for the realm. */
  readonly clientUuid: string | undefined;
}

/** Presets that operators made in a realm, and the containers of their roles but the admin client. */
export interface CustomPresets {
  readonly presets: readonly Preset[];
  readonly containers: readonly RoleContainer[];
  /** Containers of which the signed-in administrator sees no list of roles, so that it isn't known which they have. */
  readonly unseen: ReadonlySet<ContainerKey>;
  /** Makes characters visible that nobody would see. */
  readonly visible: (text: string) => string;
  /** Adds a client's roles of these containers to a snapshot that was just read. */
  readonly complete: (snapshot: Snapshot) => Promise<Snapshot>;
}

/** Everything that decides about a client's calls. */
export interface Access extends Holdings {
  readonly client: Pick<
    ClientSettings,
    "defaultClientScopes" | "serviceAccountsEnabled" | "publicClient" | "markers"
  >;
  /** The roles this server has. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** Roles in the client's scope; undefined if full scope is allowed, which includes every role. */
  readonly inScope: ReadonlySet<RoleKey> | undefined;
  /**
   * Containers whose roles the signed-in administrator can't see completely in the client's scope:
   * for roles missing in `inScope`, it isn't known whether they are in the scope. Ask `isInScope`
   * in `scope.ts`.
   */
  readonly unseenScope: ReadonlySet<ContainerKey>;
  /**
   * The realm's client scope that the Admin API requires from Keycloak 26.8.2 on: undefined if the
   * realm doesn't have it, and `notKnown` if it wasn't read or the administrator can't see it.
   */
  readonly adminClientScope: ClientScope | "notKnown" | undefined;
  /**
   * Whether the account's roles are known: the signed-in administrator can see them, and the
   * account was found.
   */
  readonly isReadable: boolean;
  /** The content of composite roles, if it was read or differs from the stock content. */
  readonly contents: ReadonlyMap<RoleKey, RoleContent>;
  /** The server's version, such as `26.7.3`; missing if it isn't known. */
  readonly version?: string | undefined;
  /** The presets that operators made in the client's realm; omitted until they were read. */
  readonly custom?: CustomPresets | undefined;
  /** The subject of the built-in policy; omitted without a policy. */
  readonly policySubject?: PolicySubject | undefined;
}

/** A client, its service account, the roles that can be assigned, and the roles that it has. */
export interface Snapshot extends Access {
  readonly client: ClientSettings;
  readonly account: Account;
  /** The client with the admin roles of the administered realm. */
  readonly adminClient: AdminClient;
  /** Whether the administered realm is `master`, where realm roles give admin access too. */
  readonly isMaster: boolean;
}

/** The client with the admin roles of a realm. */
export interface AdminClient {
  readonly clientUuid: string;
  readonly clientId: string;
  /** Whether it has permissions, that is, fine-grained admin permissions of the older kind. */
  readonly authorizationServicesEnabled: boolean;
}
