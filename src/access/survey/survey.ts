import type { RealmPreset } from "../../catalog/presets/presets.ts";
import type { ReadWorkflows } from "../ends/own-workflow.ts";
import type { FinePermissions } from "../model/fine-permissions.ts";
import type { Composites } from "../model/resolve-roles.ts";
import type { AdminClient, Role, RoleKey } from "../model/snapshot.ts";
import type { Ownership } from "../ownership/ownership.ts";
import type { SignIns } from "./sign-ins.ts";

/** How a service account comes to a role, beside being mapped it directly. */
export type Source =
  | { readonly kind: "mapped" }
  /** A composite role that is mapped to it. */
  | { readonly kind: "composite"; readonly name: string }
  /** A group that it is a member of, by its path. */
  | { readonly kind: "group"; readonly name: string }
  /** The role that every account of the realm has. */
  | { readonly kind: "defaultRole"; readonly name: string };

/** How it comes to a role that is not mapped to it. */
export type IndirectSource = Exclude<Source, { readonly kind: "mapped" }>;

/** A role that a service account was given. */
export interface GivenRole {
  readonly role: RoleKey;
  readonly source: Source;
}

/** A service-account user as the realm lists it. */
export interface AccountUser {
  readonly userId: string;
  /** `service-account-` and the client ID in lower case, unless it was imported under another name. */
  readonly username: string;
  readonly enabled: boolean;
  /** When it was made, in milliseconds since 1970; undefined where the server doesn't say so. */
  readonly createdAt: number | undefined;
  /** The client ID of its client, where a file names that; servers don't. */
  readonly clientId?: string | undefined;
}

/** What the list shows of a client. */
export interface AccountClient {
  readonly clientUuid: string;
  readonly clientId: string;
  /** As a person called it; undefined where nobody did, and where only Keycloak's own texts name it. */
  readonly name?: string | undefined;
  readonly enabled: boolean;
  /**
   * Whether it can sign in as a service account: service accounts are on, and it is neither public nor
   * bearer-only. Where it isn't, an account with roles may be left over all the same.
   */
  readonly isOn: boolean;
  readonly fullScopeAllowed: boolean;
  /**
   * When its secret was made, in milliseconds since 1970: it is no younger. When the client itself was
   * made isn't told by the server.
   */
  readonly secretCreatedAt: number | undefined;
  /** Whether it signs in with a secret; undefined where that isn't known. */
  readonly usesSecret?: boolean | undefined;
  /** When its secret ends, in milliseconds since 1970; undefined where it doesn't. */
  readonly secretExpiresAt?: number | undefined;
  /** How it has the client scope that the Admin API asks for from Keycloak 26.8.2 on; undefined where that isn't known. */
  readonly adminClientScope?: "default" | "optional" | "none" | undefined;
  /** Whose it is, and when its access is reviewed; undefined where that wasn't read. */
  readonly ownership?: Ownership | undefined;
  /** Which presets of the realm it says that it got, in which revision, by the names of its attributes. */
  readonly markers?: ReadonlyMap<string, string> | undefined;
}

/** Something that this administrator may not read, or that is too much to read, so that the list doesn't show it. */
export type Gap =
  | "realmRoles"
  | "groups"
  | "clients"
  | "users"
  | "manyMembers"
  | "manyHolders"
  | "otherNames";

/** The service accounts of a realm and the admin roles they were given, as far as they were read. */
export interface Survey {
  /** The realm whose clients these are. */
  readonly realm: string;
  /** The realm that the roles administer: another one only for clients of `master`. */
  readonly administers: string;
  /** Whether the realm administered is `master`. */
  readonly isMaster: boolean;
  /** The server's version, such as `26.7.3`, or its minor; missing if it isn't known. */
  readonly version?: string | undefined;
  readonly adminClient: AdminClient;
  /** The roles of that client, and other ones of the realm's own presets. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** The presets that operators made in the realm; missing until they were read. */
  readonly ownPresets?: readonly RealmPreset[] | undefined;
  /** What the composite ones among them include on this server, to any depth. */
  readonly composites: Composites<RoleKey>;
  readonly users: readonly AccountUser[];
  /** The ids of users that are people, though they are called like service accounts. */
  readonly people: ReadonlySet<string>;
  /** By the usual name of their service-account user. */
  readonly clients: ReadonlyMap<string, AccountClient>;
  /** By the id of their service-account user, where that has another name and its client was found. */
  readonly clientsByUserId: ReadonlyMap<string, AccountClient>;
  /** Given roles by the user's id. */
  readonly given: ReadonlyMap<string, readonly GivenRole[]>;
  /** What every account of the realm is given. */
  readonly givenToAll: readonly GivenRole[];
  readonly signIns: SignIns;
  /** Whether more than roles may decide for these accounts; undefined until that is read. */
  readonly finePermissions: FinePermissions | undefined;
  /** The workflows that roles end by; undefined where they weren't read or may not be seen. */
  readonly workflows?: ReadWorkflows | undefined;
  readonly gaps: ReadonlySet<Gap>;
  /** What was read so far. */
  readonly progress: Progress;
}

/** How far a survey has come. */
export interface Progress {
  readonly requests: number;
  readonly clientsRead: number;
  /** Whether all of who holds what was read, and whether all of the clients were. */
  readonly arePowersRead: boolean;
  readonly areClientsRead: boolean;
}

/**
 * Whether all of a realm was read: before, a number of accounts or a finding may be wrong, and so it may
 * be where this administrator may not see all accounts.
 */
export function isWhole({ progress, gaps }: Survey): boolean {
  return progress.arePowersRead && progress.areClientsRead && !gaps.has("users");
}

/** How the name begins that Keycloak gives to a service-account user. */
export const accountPrefix = "service-account-";

/**
 * The name of a client's service-account user.
 *
 * @see [ClientManager](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/ClientManager.java)
 */
export function accountName(clientId: string): string {
  return `${accountPrefix}${clientId}`.toLowerCase();
}

/** Whether a user is called as Keycloak calls service accounts. */
export function hasAccountName({ username }: Pick<AccountUser, "username">): boolean {
  return username.startsWith(accountPrefix);
}

/** Realms in which more than roles decides for some service accounts, and those in which that isn't known. */
export function realmsOfFinePermissions(surveys: readonly Survey[]): {
  readonly on: readonly string[];
  readonly notKnown: readonly string[];
} {
  const realmsWith = (kind: FinePermissions["kind"]) => [
    ...new Set(
      surveys
        .filter(({ finePermissions }) => finePermissions?.kind === kind)
        .map(({ realm }) => realm),
    ),
  ];
  return { on: realmsWith("on"), notKnown: realmsWith("notKnown") };
}

/**
 * Clients by the usual name of their service-account user. Of those whose IDs differ in upper and lower
 * case alone, one that is on comes before others.
 */
export function clientsByAccountName(
  clients: Iterable<AccountClient>,
): ReadonlyMap<string, AccountClient> {
  const offFirst = [...clients].sort((a, b) => Number(a.isOn) - Number(b.isOn));
  return new Map(offFirst.map((client) => [accountName(client.clientId), client]));
}
