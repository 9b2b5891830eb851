import type { RoleReference } from "../../catalog/presets/presets.ts";
import { isOtherContainer } from "../custom/role-container.ts";
import { powersIn } from "../model/admin-powers.ts";
import type { HeldRoles } from "../model/held-admin-roles.ts";
import { type Composites, resolveRoles, resolveStockRoles } from "../model/resolve-roles.ts";
import { type RoleKey, toRoleReference } from "../model/snapshot.ts";
import { type Assessment, assessRoles } from "../presets/assess-roles.ts";
import type { LastWrite } from "../use/realm-use.ts";
import { type AccountState, stateOfAccount } from "./account-state.ts";
import { endsOfRow, type RowEnd } from "./ends-of-row.ts";
import {
  type AskedScope,
  type Carried,
  carriedOf,
  hasAdminClientScope,
  rolesInTokens,
} from "./roles-in-tokens.ts";
import { type NoSignIn, noSignIn } from "./sign-ins.ts";
import {
  type AccountClient,
  type AccountUser,
  accountPrefix,
  type GivenRole,
  hasAccountName,
  type IndirectSource,
  isWhole,
  type Survey,
} from "./survey.ts";

/** When a client signed in last: in milliseconds since 1970, or that no event of so many days tells of it. */
export type LastSignIn = number | NoSignIn | undefined;

/** What was asked of one account beyond what the survey read. */
export interface AccountDetails {
  /** Roles in effect, as the server itself says: admin roles, and roles of the realm's own presets. */
  readonly effective: ReadonlySet<RoleKey>;
  /** In milliseconds since 1970, or that no event that is kept tells of it. */
  readonly lastSignIn: number | "none" | undefined;
  /** The admin roles in its client's scope; undefined where that wasn't asked, as it need not be of a full scope. */
  readonly scope?: AskedScope | undefined;
}

/** An admin role that is held without being mapped, and where it comes from. */
export interface IndirectRole {
  readonly role: RoleReference;
  /** Empty where only the server's own answer tells that it is in effect. */
  readonly sources: readonly IndirectSource[];
}

/** A service account in the list. */
export interface AccountRow extends Assessment {
  readonly key: string;
  readonly realm: string;
  readonly administers: string;
  /** Empty where service accounts are on and no user has the usual name, as after an import. */
  readonly userId: string;
  readonly username: string;
  /**
   * As the client has it, or in lower case as long as only the account's name is known. The name of the
   * user where that is unlinked.
   */
  readonly clientId: string;
  /** Undefined as long as it was not read, and where the account is unlinked. */
  readonly client: AccountClient | undefined;
  /** Undefined as long as its client was not read. */
  readonly state: AccountState | undefined;
  /** Whether all that it holds was read; until then it may hold more. */
  readonly arePowersRead: boolean;
  /** Whether the clients and sign-ins of its realm were read. */
  readonly isRead: boolean;
  readonly indirect: readonly IndirectRole[];
  /** The admin roles that its calls are allowed by now, which may be less than it holds. */
  readonly inTokens: HeldRoles;
  /** Whether its realm has the client scope that the Admin API asks for. */
  readonly asksForScope: boolean;
  /** How many of those that it holds these are. */
  readonly carried: Carried;
  /** What composite roles include on its server. */
  readonly composites: Composites<RoleKey>;
  readonly lastSignIn: LastSignIn;
  /** When roles of it end, and what came of ends that are over; undefined where that isn't known. */
  readonly ends: readonly RowEnd[] | undefined;
  /** Missing as long as nobody asked for it. */
  readonly lastWrite?: LastWrite;
}

/** The key of an account's row. */
export function rowKey({ realm, administers }: Survey, username: string): string {
  return JSON.stringify([realm, username, administers]);
}

/** Assesses sets of roles, each only once: of thousands of accounts many hold the same. */
function createAssess(survey: Survey) {
  const known = new Map<string, Assessment>();
  return (
    mapped: ReadonlySet<RoleKey>,
    effective: ReadonlySet<RoleKey>,
    markers: ReadonlyMap<string, string> = new Map(),
  ): Assessment => {
    const key = JSON.stringify([[...mapped].sort(), [...effective].sort(), ...markers]);
    const assessment = known.get(key) ?? assessRoles({ mapped, effective, markers }, survey);
    known.set(key, assessment);
    return assessment;
  };
}

/** The roles that are held without being mapped, each with all that gives it. */
function indirectRoles(
  mapped: ReadonlySet<RoleKey>,
  effective: ReadonlySet<RoleKey>,
  given: readonly GivenRole[],
  composites: Composites<RoleKey>,
): readonly IndirectRole[] {
  // What Keycloak's own composite roles ship with is no surprise to anybody who sees them mapped.
  const explained = resolveStockRoles([...mapped].map(toRoleReference));
  const keys = [...effective].filter((key) => !explained.has(key)).sort();
  return keys.map((key) => ({
    role: toRoleReference(key),
    sources: given.flatMap(({ role, source }) => {
      if (!resolveRoles([role], composites).has(key)) return [];
      const { name } = toRoleReference(role);
      return [source.kind === "mapped" ? { kind: "composite" as const, name } : source];
    }),
  }));
}

/** The client of an account; a person's user has none, whatever it is called. */
function clientOf(
  { clients, clientsByUserId, people }: Survey,
  { userId, username }: AccountUser,
): AccountClient | undefined {
  if (people.has(userId)) return undefined;
  return clientsByUserId.get(userId) ?? clients.get(username);
}

/** Clients that are on and whose account was not found under its usual name. */
function usersNotFound(survey: Survey): readonly AccountUser[] {
  const { users, clients, clientsByUserId, people } = survey;
  const usernames = new Set(
    users.filter(({ userId }) => !people.has(userId)).map(({ username }) => username),
  );
  const linked = new Set([...clientsByUserId.values()].map(({ clientUuid }) => clientUuid));
  return [...clients]
    .filter(([username, { isOn, clientUuid }]) => {
      return isOn && !usernames.has(username) && !linked.has(clientUuid);
    })
    .map(([username]) => ({ userId: "", username, enabled: true, createdAt: undefined }));
}

/**
 * The rows of a survey, in no order that matters. Once all clients are read, a user without a client is
 * unlinked, and left out where it was given no admin role: most are people that are only called like a
 * service account. What is held by the account of a client that has none under its usual name isn't known.
 */
export function accountRows(
  survey: Survey,
  details: ReadonlyMap<string, AccountDetails>,
): readonly AccountRow[] {
  const { users, composites, given, givenToAll, progress } = survey;
  const assess = createAssess(survey);
  // An account that may not be seen isn't missing.
  const isSeen = progress.areClientsRead && !survey.gaps.has("users");
  const asksForScope = hasAdminClientScope(survey);
  const now = Date.now();
  const all = isSeen ? [...users, ...usersNotFound(survey)] : users;
  return all.flatMap((user): readonly AccountRow[] => {
    const client = clientOf(survey, user);
    const isUnlinked = client === undefined && progress.areClientsRead;
    const key = rowKey(survey, user.username);
    const asked = details.get(key);
    const roles = user.userId === "" ? [] : [...(given.get(user.userId) ?? []), ...givenToAll];
    const ofAll = resolveRoles(
      givenToAll.map(({ role }) => role),
      composites,
    );
    const isOwnPower =
      (given.get(user.userId) ?? []).some(({ role }) => !isOfOthers(role)) ||
      [...powersIn(asked?.effective ?? new Set())].some((role) => !ofAll.has(role));
    if (isUnlinked && !isOwnPower) return [];
    const rolesOf = (given: readonly GivenRole[]) => given.map(({ role }) => role);
    const mapped = new Set(rolesOf(roles.filter(({ source }) => source.kind === "mapped")));
    const closed = resolveRoles(rolesOf(roles), composites);
    const effective = powersIn(asked?.effective ?? closed);
    const state =
      client === undefined
        ? unlinkedOrUnread(isUnlinked && user.clientId === undefined)
        : stateOfAccount(user, client);
    const account = { state, client, effective, scope: asked?.scope };
    const inTokens = rolesInTokens(account, survey, asksForScope, now);
    return [
      {
        ...assess(
          mapped,
          new Set([...effective, ...[...(asked?.effective ?? closed)].filter(isOfOthers)]),
          client?.markers,
        ),
        key,
        realm: survey.realm,
        administers: survey.administers,
        userId: user.userId,
        username: user.username,
        clientId: client?.clientId ?? user.clientId ?? nameOf(user, isUnlinked),
        client,
        state,
        arePowersRead: progress.arePowersRead || asked !== undefined,
        isRead: isWhole(survey),
        indirect: indirectRoles(mapped, effective, roles, composites),
        inTokens,
        asksForScope,
        carried: carriedOf(effective, inTokens, survey),
        composites,
        lastSignIn: lastSignInOf(survey, user, client, asked?.lastSignIn),
        ends: endsOfRow(survey, user, mapped, now),
      },
    ];
  });
}

/** Whether it is a role that gives no admin access by its name, as presets of the realm may have. */
const isOfOthers = (key: RoleKey) => isOtherContainer(toRoleReference(key).container);

const unlinkedOrUnread = (isUnlinked: boolean) => (isUnlinked ? "unlinked" : undefined);

function nameOf(user: AccountUser, isUnlinked: boolean): string {
  const { username } = user;
  const isUsual = !isUnlinked && hasAccountName(user);
  return isUsual ? username.slice(accountPrefix.length) : username;
}

function lastSignInOf(
  { signIns }: Survey,
  { userId, createdAt }: AccountUser,
  client: AccountClient | undefined,
  asked: AccountDetails["lastSignIn"],
): LastSignIn {
  if (typeof asked === "number") return asked;
  if (client === undefined) return undefined;
  const { lastByClientId, lastByUserId, isComplete } = signIns;
  const times = [lastByClientId.get(client.clientId), lastByUserId.get(userId)].filter(isTime);
  if (times.length > 0) return Math.max(...times);
  if (asked !== "none" && !isComplete) return undefined;
  const proofs = [createdAt, client.secretCreatedAt].filter(isTime);
  return noSignIn(signIns, proofs.length === 0 ? undefined : Math.min(...proofs));
}

const isTime = (time: number | undefined) => time !== undefined;
