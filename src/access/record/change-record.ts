import { clientIdOfContainer } from "../custom/client-id-of-container.ts";
import { type EndOfRole, reverseEnds } from "../ends/end-change.ts";
import { userIdOf } from "../model/account.ts";
import {
  type AdminClient,
  type Role,
  type RoleKey,
  type Snapshot,
  toRoleReference,
} from "../model/snapshot.ts";
import {
  isReached,
  missesPresets,
  type Outcome,
  type Sent,
  type SentStep,
} from "../plan/outcome.ts";
import type { Goal } from "../plan/plan.ts";

/** The name of the format, which tells a record from other JSON. */
export const recordFormat = "keycloak-service-account-presets/change-record";
/** The version of the format. A reader refuses others. */
export const recordVersion = 1;

/** Names of roles: admin roles of the realm, and realm roles that give admin access. */
interface RecordedRoles {
  readonly admin: readonly string[];
  readonly realm: readonly string[];
}

/** What the client and its service account have at one moment. Null stands for what isn't known. */
export interface RecordedAccess {
  readonly serviceAccountsEnabled: boolean;
  readonly publicClient: boolean;
  readonly fullScopeAllowed: boolean;
  /** Admin access that is assigned to the account itself. */
  readonly roles: RecordedRoles | null;
  /** Null also where full scope is allowed, so that scope mappings decide nothing. */
  readonly scopeMappings: RecordedRoles | null;
  readonly defaultClientScopes: readonly string[];
  readonly optionalClientScopes: readonly string[];
}

/** A step of the plan that was sent to the server. */
export interface RecordedStep {
  readonly direction: "add" | "remove";
  /** `account` enables service accounts, or makes the client public again where it is removed. */
  readonly place: "account" | "mapping" | "scope" | "clientScope";
  readonly sentAt: string;
  readonly answeredAt: string;
  /** Null where its answer was lost, or where it may be half done. */
  readonly isDone: boolean | null;
  /** The client that the roles are of; null for realm roles, and where the step is not about roles. */
  readonly rolesOf: { readonly clientUuid: string; readonly clientId: string } | null;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly clientScopes: readonly {
    readonly id: string;
    readonly name: string;
    readonly wasOptional: boolean;
  }[];
}

/** A change that was made in the tab. Times are in ISO 8601, by the clock of the person's computer. */
export interface ChangeRecord {
  readonly format: typeof recordFormat;
  readonly formatVersion: typeof recordVersion;
  /** The version of the extension, which also decides which roles its presets have. */
  readonly extensionVersion: string;
  /** The version of Keycloak; null if it isn't known. */
  readonly keycloakVersion: string | null;
  readonly server: string;
  readonly realm: string;
  readonly client: {
    readonly clientId: string;
    readonly clientUuid: string;
    /** Null if it isn't known. */
    readonly serviceAccountUserId: string | null;
  };
  /** The signed-in person, and the realm that they signed in to; null if that couldn't be read. */
  readonly by: { readonly realm: string; readonly userId: string; readonly name: string } | null;
  readonly mode: Goal["mode"];
  /** Ids of presets. */
  readonly presets: readonly string[];
  readonly isUndo: boolean;
  readonly madeAt: string;
  readonly before: RecordedAccess;
  /** Null if the server could not be read back, or the client is gone. */
  readonly after: RecordedAccess | null;
  readonly steps: readonly RecordedStep[];
  /** Roles whose end was changed; null stands for "never". Keycloak keeps no admin event of that. */
  readonly ends: readonly {
    readonly role: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly outcome: "done" | "stopped" | "notKnown";
}

/** What a record contains beside the change itself. */
export interface RecordContext
  extends Pick<ChangeRecord, "extensionVersion" | "keycloakVersion" | "server" | "realm" | "by"> {}

function recordRoles(keys: Iterable<RoleKey>): RecordedRoles {
  const roles = [...keys].map(toRoleReference);
  const namesIn = (container: "admin" | "realm") =>
    roles
      .filter((role) => role.container === container)
      .map(({ name }) => name)
      .sort();
  return { admin: namesIn("admin"), realm: namesIn("realm") };
}

function recordAccess(snapshot: Snapshot): RecordedAccess {
  const { client, isReadable, mapped, inScope, unseenScope } = snapshot;
  const { serviceAccountsEnabled, publicClient, fullScopeAllowed } = client;
  const isScopeKnown = inScope !== undefined && unseenScope.size === 0;
  return {
    ...{ serviceAccountsEnabled, publicClient, fullScopeAllowed },
    roles: isReadable ? recordRoles(mapped) : null,
    scopeMappings: isScopeKnown ? recordRoles(inScope) : null,
    defaultClientScopes: [...client.defaultClientScopes].sort(),
    optionalClientScopes: [...client.optionalClientScopes].sort(),
  };
}

const isoTime = (time: number) => new Date(time).toISOString();

/** The client that a role is of; null for a realm role, and for no role. */
function clientOf(role: Role | undefined, adminClient: AdminClient): RecordedStep["rolesOf"] {
  if (role?.container === "admin") {
    return { clientUuid: adminClient.clientUuid, clientId: adminClient.clientId };
  }
  const clientId = role && clientIdOfContainer(role.container);
  return role?.clientUuid === undefined || clientId === undefined
    ? null
    : { clientUuid: role.clientUuid, clientId };
}

function recordStep(
  { step, sentAt, answeredAt, isDone }: SentStep,
  { adminClient }: Snapshot,
): RecordedStep {
  const { direction, place, grants } = step;
  const roles = grants.flatMap((grant) => ("role" in grant ? [grant.role] : []));
  return {
    ...{ direction, place, sentAt: isoTime(sentAt), answeredAt: isoTime(answeredAt) },
    isDone: isDone ?? null,
    rolesOf: clientOf(roles[0], adminClient),
    roles: roles.map(({ id, name }) => ({ id, name })),
    clientScopes: grants.flatMap((grant) =>
      grant.place === "clientScope"
        ? [{ ...grant.clientScope, wasOptional: grant.wasOptional }]
        : [],
    ),
  };
}

function recordEnds({ attempt: { ends }, direction }: Outcome): ChangeRecord["ends"] {
  if (ends === undefined) return [];
  const { before, after } = direction === "back" ? reverseEnds(ends) : ends;
  const timeIn = (of: EndOfRole, key: RoleKey) => {
    const time = of.get(key);
    return time === undefined ? null : isoTime(time);
  };
  return [...after.keys()].map((key) => ({
    role: toRoleReference(key).name,
    before: timeIn(before, key),
    after: timeIn(after, key),
  }));
}

/** Makes the record of a change. It contains names and ids only: no secret, and no token. */
export function makeChangeRecord(
  { goal, outcome }: { readonly goal: Goal; readonly outcome: Outcome },
  { from, begunAt, steps }: Sent,
  context: RecordContext,
): ChangeRecord {
  const { state, direction } = outcome;
  const after = state?.kind === "ready" ? state.snapshot : undefined;
  const { extensionVersion, keycloakVersion, server, realm, by } = context;
  const isDone = isReached(outcome) && !missesPresets(goal, outcome);
  return {
    ...{ format: recordFormat, formatVersion: recordVersion, extensionVersion, keycloakVersion },
    ...{ server, realm },
    client: {
      clientId: from.client.clientId,
      clientUuid: from.client.clientUuid,
      // Enabling service accounts makes it.
      serviceAccountUserId: userIdOf((after ?? from).account) ?? userIdOf(from.account) ?? null,
    },
    by,
    mode: goal.mode,
    presets: goal.presets.map(({ id }) => id),
    isUndo: direction === "back",
    madeAt: isoTime(begunAt),
    before: recordAccess(from),
    after: after === undefined ? null : recordAccess(after),
    steps: steps.map((sent) => recordStep(sent, from)),
    ends: recordEnds(outcome),
    outcome: state === undefined ? "notKnown" : isDone ? "done" : "stopped",
  };
}
