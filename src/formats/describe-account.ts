import type { EndState } from "../access/ends/account-ends.ts";
import type { FamilyReach } from "../access/model/reach-of-held.ts";
import { toRoleReference } from "../access/model/snapshot.ts";
import type { Ownership } from "../access/ownership/ownership.ts";
import { type ReviewState, reviewStateOf } from "../access/ownership/review-state.ts";
import { dayOf } from "../access/policy/judge-roles.ts";
import type { AccountRow, LastSignIn } from "../access/survey/account-rows.ts";
import { type AccountState, canSignIn } from "../access/survey/account-state.ts";
import type { MeasuredReach } from "../access/survey/reach-of-account.ts";
import type { Source } from "../access/survey/survey.ts";
import type { LastWrite } from "../access/use/realm-use.ts";
import type { ReachFamily } from "../catalog/calls/reach.ts";
import type { ExportedOrigin } from "./describe-origins.ts";

/** An exported service account. Ids of presets are permanent, but their names aren't. */
export interface ExportedAccount {
  readonly realm: string;
  /** Null if the account is unlinked. */
  readonly clientId: string | null;
  /** Null until it is read. */
  readonly clientUuid: string | null;
  /** The service-account user's name, which it has or would have. */
  readonly username: string;
  /** Null until its client is read. */
  readonly state: AccountState | null;
  /** Whether it can get a token; null if unknown. */
  readonly enabled: boolean | null;
  /** The realm that the roles administer. */
  readonly administers: string;
  readonly presets: readonly string[];
  /** A preset with missing roles, and their number. */
  readonly begunPreset: string | null;
  readonly missingRoles: number;
  /** Presets whose former roles the account has. */
  readonly outdatedPresets: readonly string[];
  /** Roles outside the presets. */
  readonly otherRoles: readonly string[];
  readonly roles: readonly string[];
  /** Inherited roles with their sources. */
  readonly indirectRoles: readonly { readonly role: string; readonly through: readonly string[] }[];
  readonly risk: string | null;
  readonly consequences: readonly string[];
  /** ISO 8601; `none in 45 days` if no event in that time shows one; null if unknown. */
  readonly lastSignIn: string | null;
  /** When roles end by a workflow of this extension, and what came of it; null if unknown. */
  readonly ends:
    | readonly {
        readonly at: string;
        readonly roles: readonly string[];
        readonly state: EndState;
      }[]
    | null;
  /** ISO 8601; `none since …` if no event since then shows a write; missing where that wasn't asked. */
  readonly lastWrite?: string;
  /** How far its tokens reach in each family of calls; null where nothing was measured, or it was not read. */
  readonly reach: Readonly<Partial<Record<ReachFamily, FamilyReach>>> | null;
  /** The version of Keycloak on which that was measured. */
  readonly reachMeasuredOn: string | null;
  /** Attributes of the client, as they are; null where it doesn't have them, or isn't read. */
  readonly owner: string | null;
  readonly purpose: string | null;
  readonly reviewDate: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  /** Whether its access is to be reviewed; null where its client isn't read. */
  readonly review: ReviewState | null;
  /** Who assigned its roles; null where that wasn't read, or may not be seen. */
  readonly origins: readonly ExportedOrigin[] | null;
}

/** Tells who assigned the roles of an account; undefined where that isn't read, or may not be seen. */
export type DescribeOrigins = (row: AccountRow) => readonly ExportedOrigin[] | undefined;

const nameOf = (source: Source) =>
  source.kind === "mapped" ? source.kind : `${source.kind} ${source.name}`;

function describeSignIn(last: LastSignIn): string | null {
  if (last === undefined) return null;
  return typeof last === "number"
    ? new Date(last).toISOString()
    : `none in ${last.noneInDays} days`;
}

function describeWrite(last: LastWrite): Pick<ExportedAccount, "lastWrite"> {
  if (last === undefined) return {};
  const asText = (time: number) => new Date(time).toISOString();
  return {
    lastWrite: typeof last === "number" ? asText(last) : `none since ${asText(last.noneSince)}`,
  };
}

/** Whose a client is, and when its access is reviewed. */
export function describeOwnership(ownership: Ownership | undefined) {
  const { owner, purpose, reviewDate, reviewedBy, reviewedAt } = ownership ?? {};
  return {
    owner: owner ?? null,
    purpose: purpose ?? null,
    reviewDate: reviewDate ?? null,
    reviewedBy: reviewedBy ?? null,
    reviewedAt: reviewedAt ?? null,
    review: ownership === undefined ? null : reviewStateOf(reviewDate, dayOf(new Date())),
  };
}

/**
 * Puts a row of the list into the form that it is exported in.
 *
 * @param measured undefined where what was measured could not be loaded, or isn't told
 */
export function describeAccount(
  row: AccountRow,
  measured?: MeasuredReach,
  originsOf?: DescribeOrigins,
): ExportedAccount {
  const reach = measured?.reachOf(row);
  const { client, begun, risk, lastSignIn, state } = row;
  return {
    realm: row.realm,
    clientId: state === "unlinked" ? null : row.clientId,
    clientUuid: client?.clientUuid ?? null,
    username: row.username,
    state: state ?? null,
    enabled: canSignIn(state) ?? null,
    administers: row.administers,
    presets: row.presets.map(({ id }) => id),
    begunPreset: begun?.preset.id ?? null,
    missingRoles: begun?.missing ?? 0,
    outdatedPresets: row.outdated.map(({ id }) => id),
    otherRoles: row.looseRoles.map(({ name }) => name),
    roles: row.held.map(({ name }) => name),
    indirectRoles: row.indirect.map(({ role, sources }) => ({
      role: role.name,
      through: [...new Set(sources.map(nameOf))],
    })),
    risk: risk?.level ?? null,
    consequences: risk?.consequences.map(({ id }) => id) ?? [],
    lastSignIn: describeSignIn(lastSignIn),
    ends:
      (row.ends ?? null)?.map(({ at, roles, state: kind }) => ({
        at: new Date(at).toISOString(),
        roles: roles.map((key) => toRoleReference(key).name),
        state: kind,
      })) ?? null,
    ...describeWrite(row.lastWrite),
    reach: reach === undefined ? null : Object.fromEntries(reach),
    reachMeasuredOn: (reach && measured?.measuredOn) ?? null,
    ...describeOwnership(client?.ownership),
    origins: originsOf?.(row) ?? null,
  };
}
