import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { resolveStockRoles } from "../model/resolve-roles.ts";
import { type RoleKey, toRoleReference } from "../model/snapshot.ts";
import { type Assessment, assessRoles } from "../presets/assess-roles.ts";
import { type NoSignIn, noSignIn } from "./sign-ins.ts";
import {
  type AccountClient,
  type AccountUser,
  accountPrefix,
  type GivenRole,
  type IndirectSource,
  isWhole,
  type Survey,
} from "./survey.ts";

/** When a client signed in last: in milliseconds since 1970, or that no event of so many days tells of it. */
export type LastSignIn = number | NoSignIn | undefined;

/** What was asked of one account beyond what the survey read. */
export interface AccountDetails {
  /** Roles in effect, as the server itself says. */
  readonly effective: ReadonlySet<RoleKey>;
  /** In milliseconds since 1970, or that no event that is kept tells of it. */
  readonly lastSignIn: number | "none" | undefined;
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
  /** Empty where service accounts are on and Keycloak has not made the user yet, as after an import. */
  readonly userId: string;
  /** As the client has it, or in lower case as long as only the account's name is known. */
  readonly clientId: string;
  /** Undefined as long as it was not read. */
  readonly client: AccountClient | undefined;
  /** Whether it can get a token: the client and its user are enabled. */
  readonly enabled: boolean | undefined;
  /** Whether all that it holds was read; until then it may hold more. */
  readonly arePowersRead: boolean;
  /** Whether the clients and sign-ins of its realm were read. */
  readonly isRead: boolean;
  readonly indirect: readonly IndirectRole[];
  readonly lastSignIn: LastSignIn;
}

/** The key of an account's row. */
export function rowKey({ realm, administers }: Survey, username: string): string {
  return JSON.stringify([realm, username, administers]);
}

/** Whether a role gives admin power: others of the admin client are somebody's own, and give none. */
function isPower(key: RoleKey): boolean {
  const { container, name } = toRoleReference(key);
  return (container === "admin" ? adminRoles : masterRealmRoles).has(name);
}

/** The realm role of `master` that says everything, so that nothing else is told beside it. */
const everything: RoleKey = "realm:admin";

function powersIn(roles: ReadonlySet<RoleKey>): ReadonlySet<RoleKey> {
  return roles.has(everything) ? new Set([everything]) : new Set([...roles].filter(isPower));
}

/** Assesses sets of roles, each only once: of thousands of accounts many hold the same. */
function createAssess({ roles }: Survey) {
  const known = new Map<string, Assessment>();
  return (mapped: ReadonlySet<RoleKey>, effective: ReadonlySet<RoleKey>): Assessment => {
    const key = JSON.stringify([[...mapped].sort(), [...effective].sort()]);
    const assessment = known.get(key) ?? assessRoles(roles, mapped, effective);
    known.set(key, assessment);
    return assessment;
  };
}

/** The roles that are held without being mapped, each with all that gives it. */
function indirectRoles(
  mapped: ReadonlySet<RoleKey>,
  effective: ReadonlySet<RoleKey>,
  given: readonly GivenRole[],
): readonly IndirectRole[] {
  // What Keycloak's own composite roles include is no surprise to anybody who sees them mapped.
  const explained = resolveStockRoles([...mapped].map(toRoleReference));
  const keys = [...effective].filter((key) => !explained.has(key)).sort();
  return keys.map((key) => ({
    role: toRoleReference(key),
    sources: given.flatMap(({ role, source }) =>
      source.kind !== "mapped" && resolveStockRoles([toRoleReference(role)]).has(key)
        ? [source]
        : [],
    ),
  }));
}

/**
 * The rows of a survey, in no order that matters. Once all clients are read, a user without a client of
 * its name that holds nothing is left out: it is a person's account that is only called like one. A
 * client whose account has no user yet holds nothing.
 */
export function accountRows(
  survey: Survey,
  details: ReadonlyMap<string, AccountDetails>,
): readonly AccountRow[] {
  const { users, clients, given, givenToAll, progress } = survey;
  const assess = createAssess(survey);
  const usernames = new Set(users.map(({ username }) => username));
  const withoutUser = [...clients.keys()]
    .filter((username) => !usernames.has(username))
    .map((username) => ({ userId: "", username, enabled: true, createdAt: undefined }));
  const all = progress.areClientsRead ? [...users, ...withoutUser] : users;
  return all.flatMap((user): readonly AccountRow[] => {
    const client = clients.get(user.username);
    const key = rowKey(survey, user.username);
    const asked = details.get(key);
    const roles = user.userId === "" ? [] : [...(given.get(user.userId) ?? []), ...givenToAll];
    // Who may see but some clients is not told of others: what holds nothing is a person's account.
    const isOwnPower = (given.get(user.userId) ?? []).length > 0;
    if (client === undefined && progress.areClientsRead && !isOwnPower) return [];
    const mapped = new Set(
      roles.filter(({ source }) => source.kind === "mapped").map(({ role }) => role),
    );
    const closed = resolveStockRoles(roles.map(({ role }) => toRoleReference(role)));
    const effective = powersIn(asked?.effective ?? closed);
    return [
      {
        ...assess(mapped, effective),
        key,
        realm: survey.realm,
        administers: survey.administers,
        userId: user.userId,
        clientId: client?.clientId ?? user.username.slice(accountPrefix.length),
        client,
        enabled: client === undefined ? undefined : client.enabled && user.enabled,
        arePowersRead: progress.arePowersRead || asked !== undefined,
        isRead: isWhole(survey),
        indirect: indirectRoles(mapped, effective, roles),
        lastSignIn: lastSignInOf(survey, user, client, asked?.lastSignIn),
      },
    ];
  });
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
