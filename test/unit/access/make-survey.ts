import { stockComposites } from "../../../src/access/model/resolve-roles.ts";
import { roleKey } from "../../../src/access/model/snapshot.ts";
import { ownershipIn } from "../../../src/access/ownership/ownership.ts";
import {
  type AccountDetails,
  type AccountRow,
  accountRows,
} from "../../../src/access/survey/account-rows.ts";
import { type SignIns, unknownSignIns } from "../../../src/access/survey/sign-ins.ts";
import {
  accountName,
  type GivenRole,
  type Source,
  type Survey,
} from "../../../src/access/survey/survey.ts";
import type { RoleReference } from "../../../src/catalog/presets/presets.ts";
import { adminRoles } from "../../../src/catalog/roles/admin-roles.ts";

interface Account {
  readonly clientId: string;
  /** Admin roles that are mapped directly. */
  readonly mapped?: readonly string[];
  /** What comes otherwise. */
  readonly given?: readonly GivenRole[];
  readonly isClientEnabled?: boolean;
  /** Whether it can sign in as a service account; else its account is left over. */
  readonly isOn?: boolean;
  readonly isUserEnabled?: boolean;
  /** When the account was made, in milliseconds since 1970. */
  readonly createdAt?: number;
  readonly secretCreatedAt?: number;
  /** Attributes of the client. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Whether every role reaches its tokens. */
  readonly fullScopeAllowed?: boolean;
}

/** Sign-ins that were all read 45 days after the first of them, of none of these accounts. */
export function signInsOf45Days(changes: Partial<SignIns> = {}): SignIns {
  const all = { isRecorded: true, isComplete: true, keptSince: 0, readAt: 45 * 86_400_000 };
  return { ...unknownSignIns, ...all, ...changes };
}

export const admin = (name: string): RoleReference => ({ container: "admin", name });

/** The id of the service-account user of a client. */
export const userIdOf = (clientId: string) => `user of ${clientId}`;

/** Admin roles that were all given in the same way. */
export function givenBy(source: Source, ...names: readonly string[]): readonly GivenRole[] {
  return names.map((name) => ({ role: roleKey(admin(name)), source }));
}

/** A survey that has read all of a realm with these service accounts, or with what is changed in it. */
export function makeSurvey(accounts: readonly Account[], changes: Partial<Survey> = {}): Survey {
  const roles = [...adminRoles.keys()].map((name) => ({ ...admin(name), id: `id of ${name}` }));
  return {
    realm: "demo",
    administers: "demo",
    isMaster: false,
    adminClient: {
      clientUuid: "admin-uuid",
      clientId: "realm-management",
      authorizationServicesEnabled: false,
    },
    roles: new Map(roles.map((role) => [roleKey(role), role])),
    composites: stockComposites,
    users: accounts.map(({ clientId, isUserEnabled = true, createdAt }) => ({
      userId: userIdOf(clientId),
      username: accountName(clientId),
      enabled: isUserEnabled,
      createdAt,
    })),
    people: new Set(),
    clientsByUserId: new Map(),
    clients: new Map(
      accounts.map(({ clientId, isClientEnabled = true, isOn = true, ...client }) => [
        accountName(clientId),
        {
          clientUuid: `uuid of ${clientId}`,
          clientId,
          enabled: isClientEnabled,
          isOn,
          fullScopeAllowed: client.fullScopeAllowed ?? true,
          secretCreatedAt: client.secretCreatedAt,
          ownership: ownershipIn(new Map(Object.entries(client.attributes ?? {}))),
        },
      ]),
    ),
    given: new Map(
      accounts.map(({ clientId, mapped = [], given = [] }) => [
        userIdOf(clientId),
        [...givenBy({ kind: "mapped" }, ...mapped), ...given],
      ]),
    ),
    givenToAll: [],
    signIns: { ...unknownSignIns, isRecorded: true },
    finePermissions: { kind: "off" },
    gaps: new Set(),
    progress: { requests: 1, clientsRead: 1, arePowersRead: true, areClientsRead: true },
    ...changes,
  };
}

/** The rows of such a survey. */
export function makeRows(
  accounts: readonly Account[],
  changes: Partial<Survey> = {},
  details: ReadonlyMap<string, AccountDetails> = new Map(),
): readonly AccountRow[] {
  return accountRows(makeSurvey(accounts, changes), details);
}
