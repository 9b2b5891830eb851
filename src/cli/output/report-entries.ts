import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { MeasuredReach } from "../../access/survey/reach-of-account.ts";
import type { Gap } from "../../access/survey/survey.ts";
import {
  accountColumns,
  asCsv,
  type Column,
  originsColumn,
  ownershipColumns,
  reachColumns,
} from "../../formats/accounts-as-csv.ts";
import {
  type DescribeOrigins,
  describeAccount,
  describeOwnership,
  type ExportedAccount,
} from "../../formats/describe-account.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import type { AskedSurvey } from "../../keycloak/survey/ask-every-account.ts";
import type { Drift } from "../policy/find-drift.ts";
import type { Violation } from "../policy/find-violations.ts";
import type { ServerSurvey } from "../server/survey-server.ts";

/** What couldn't be seen of a realm or an account. */
type NotSeen =
  | Gap
  /** Whether fine-grained permissions apply. */
  | "finePermissions"
  /** The account itself: it has no usual name, and requesting it could create one. */
  | "account"
  /** The whole realm. */
  | "realm";

/** A service account of a report, or a realm that couldn't be read. */
interface ReportEntry extends ExportedAccount {
  readonly notSeen: readonly NotSeen[];
  /** Roles that the policy doesn't allow; null without a policy. */
  readonly notAllowed: readonly string[] | null;
  /** Roles that exist only on the server, or only in the files; null without files to compare. */
  readonly moreThanFile: readonly string[] | null;
  readonly lessThanFile: readonly string[] | null;
}

/** The content of a report. */
export interface ReportFindings {
  readonly survey: ServerSurvey;
  readonly accounts: readonly AccountRow[];
  /** How far they reach. */
  readonly measured: MeasuredReach;
  /** Who assigned their roles; undefined where that wasn't asked. */
  readonly originsOf?: DescribeOrigins | undefined;
  /** Undefined where no policy was asked. */
  readonly violations: readonly Violation[] | undefined;
  /** Undefined without files to compare. */
  readonly drift: readonly Drift[] | undefined;
}

/** What couldn't be seen of a realm. */
export function gapsOf({ survey: { gaps, finePermissions } }: AskedSurvey): readonly NotSeen[] {
  return [...gaps, ...(finePermissions?.kind === "notKnown" ? ["finePermissions" as const] : [])];
}

/** Whether an account's roles aren't known because it has no usual name. */
export const isAccountHidden = ({ state }: AccountRow) => state === "noUser";

/** The entry of a realm without accounts. */
const realmAlone = (realm: string, administers: string): ExportedAccount => ({
  ...{ realm, administers, clientId: null, clientUuid: null, username: "", state: null },
  ...{ enabled: null, presets: [], begunPreset: null, missingRoles: 0, outdatedPresets: [] },
  ...{ otherRoles: [], roles: [], indirectRoles: [], risk: null, consequences: [] },
  ...{ lastSignIn: null, ends: null, reach: null, reachMeasuredOn: null },
  ...describeOwnership(undefined),
  origins: null,
});

/** The entry of an account that exists only in the files. */
const inFileAlone = (row: AccountRow): ExportedAccount => ({
  ...realmAlone(row.realm, row.administers),
  clientId: row.clientId,
  username: row.username,
});

/** The entries of a report: its accounts, and the realms and accounts without other entries. */
export function reportEntries(findings: ReportFindings): readonly ReportEntry[] {
  const { survey, accounts, measured, originsOf, violations, drift } = findings;
  const isOf = ({ survey: { realm, administers } }: AskedSurvey, row: AccountRow) =>
    row.realm === realm && row.administers === administers;
  const beyond = new Map(violations?.map(({ account, roles }) => [account, roles]));
  const differences = new Map(drift?.map((it) => [it.account, it]));
  const judged = (row: AccountRow | undefined) => {
    const { more = [], less = [] } = (row && differences.get(row)) ?? {};
    return {
      notAllowed: violations === undefined ? null : ((row && beyond.get(row)) ?? []),
      moreThanFile: drift === undefined ? null : more,
      lessThanFile: drift === undefined ? null : less,
    };
  };
  const entries = accounts.map((row): ReportEntry => {
    const ofRealm = survey.surveys.filter((it) => isOf(it, row)).flatMap(gapsOf);
    const ofAccount = isAccountHidden(row) ? (["account"] as const) : [];
    return {
      ...describeAccount(row, measured, originsOf),
      notSeen: [...ofRealm, ...ofAccount],
      ...judged(row),
    };
  });
  const silent = survey.surveys.filter(
    (it) => gapsOf(it).length > 0 && !accounts.some((row) => isOf(it, row)),
  );
  return [
    ...entries,
    ...(drift ?? [])
      .filter(({ isOnServer }) => !isOnServer)
      .map(({ account }) => ({ ...inFileAlone(account), notSeen: [], ...judged(account) })),
    ...silent.map((it) => ({
      ...realmAlone(it.survey.realm, it.survey.administers),
      notSeen: gapsOf(it),
      ...judged(undefined),
    })),
    ...survey.unread.map((realm) => ({
      ...realmAlone(realm, realm),
      notSeen: ["realm" as const],
      ...judged(undefined),
    })),
  ];
}

const joined = (names: readonly string[] | null) => names?.join(" ");

// Fixed words and names of admin roles, which are safe at the end of a line: see `accountColumns`.
const columns: readonly Column<ReportEntry>[] = [
  ...accountColumns,
  ["not_seen", ({ notSeen }) => joined(notSeen)],
  ["not_allowed", ({ notAllowed }) => joined(notAllowed)],
  ["more_than_file", ({ moreThanFile }) => joined(moreThanFile)],
  ["less_than_file", ({ lessThanFile }) => joined(lessThanFile)],
  ...reachColumns,
  originsColumn,
  ...ownershipColumns,
];

/** The entries of a report as CSV. */
export const reportAsCsv = (entries: readonly ReportEntry[]) =>
  asCsv(entries, columns, escapeInvisible);
