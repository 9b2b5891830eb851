import {
  type ConsequenceId,
  type RiskLevel,
  riskLevels,
} from "../../catalog/roles/consequences.ts";
import { reviewStateOf } from "../ownership/review-state.ts";
import { dayOf } from "../policy/judge-roles.ts";
import { canBeReadied } from "../readiness/can-be-readied.ts";
import type { AccountRow } from "./account-rows.ts";
import { type AccountState, canSignIn } from "./account-state.ts";
import { hasOldSecret } from "./secret-age.ts";

/** What is worth a look in the service accounts of a realm. */
export type FindingId =
  | "notEnded"
  | "realmAdmin"
  | "givenToAll"
  | "takesOver"
  | "readsSecrets"
  | "erasesTrail"
  | "leftover"
  | "unlinked"
  | "clientDisabled"
  | "userDisabled"
  | "unused"
  | "noWrites"
  | "oldSecret"
  | "reviewOverdue"
  | "wide"
  | "indirect"
  | "outdated"
  | "unready";

/** A finding and the accounts that it is about. */
export interface AccountFinding {
  readonly id: FindingId;
  readonly level: RiskLevel;
  /** Keys of rows. */
  readonly rows: ReadonlySet<string>;
  /** For how many days no sign-in or no write is recorded of any of them, where the finding is about that. */
  readonly days?: number;
}

interface Rule {
  readonly id: FindingId;
  /** Undefined where it is that of the worst that the accounts hold. */
  readonly level: RiskLevel | undefined;
  readonly isAbout: (row: AccountRow, now: number) => boolean;
}

const can =
  (...ids: readonly ConsequenceId[]) =>
  ({ consequences }: AccountRow) =>
    ids.some((id) => consequences.has(id));

const isAdministrator = can("isRealmAdmin");
const hasPower = ({ held }: AccountRow) => held.length > 0;

const holdsRoles =
  (...states: readonly AccountState[]) =>
  (row: AccountRow) =>
    row.state !== undefined && states.includes(row.state) && hasPower(row);

/** Whether the access of an account is to be reviewed. */
const reviewOf = ({ client }: AccountRow, now: number) =>
  reviewStateOf(client?.ownership?.reviewDate, dayOf(new Date(now)));

/** For how many days no sign-in is recorded; undefined where one is, or where it isn't known. */
function daysWithoutSignIn({ lastSignIn }: AccountRow): number | undefined {
  return typeof lastSignIn === "object" ? lastSignIn.noneInDays : undefined;
}

/** Roles that allow no write, as they are named: reads leave no event. */
const onlyReads = /^(view|query)-/;

/** For how many days no write is recorded; undefined where one is, or where nothing is known of a whole day. */
function daysWithoutWrite({ lastWrite, held }: AccountRow, now: number): number | undefined {
  const mayWrite = held.some(({ name }) => !onlyReads.test(name));
  if (typeof lastWrite !== "object" || !mayWrite) return undefined;
  const days = Math.floor((now - lastWrite.noneSince) / 86_400_000);
  return days < 1 ? undefined : days;
}

/** The rules, the most severe first. */
const rules: readonly Rule[] = [
  {
    id: "notEnded",
    level: "critical",
    isAbout: ({ ends }) => (ends ?? []).some(({ state }) => state === "stillAssigned"),
  },
  { id: "realmAdmin", level: "critical", isAbout: isAdministrator },
  {
    id: "givenToAll",
    level: "critical",
    isAbout: ({ indirect }) =>
      indirect.some(({ sources }) => sources.some(({ kind }) => kind === "defaultRole")),
  },
  {
    id: "takesOver",
    level: "critical",
    isAbout: (row) =>
      !isAdministrator(row) &&
      can(
        "becomesRealmAdmin",
        "becomesAdminByAccount",
        "becomesAdminByLink",
        "becomesAdminByEvents",
        "takesOverAccounts",
        "becomesAnyClient",
      )(row),
  },
  {
    id: "readsSecrets",
    level: "critical",
    isAbout: (row) => !isAdministrator(row) && can("readsClientSecrets")(row),
  },
  {
    id: "erasesTrail",
    level: "critical",
    isAbout: (row) => !isAdministrator(row) && can("erasesAuditTrail")(row),
  },
  { id: "leftover", level: undefined, isAbout: holdsRoles("leftover") },
  { id: "unlinked", level: "high", isAbout: holdsRoles("unlinked") },
  {
    id: "clientDisabled",
    level: "high",
    isAbout: holdsRoles("clientDisabled", "bothDisabled"),
  },
  { id: "userDisabled", level: "high", isAbout: holdsRoles("userDisabled", "bothDisabled") },
  {
    id: "unused",
    level: "high",
    isAbout: (row) => daysWithoutSignIn(row) !== undefined && hasPower(row),
  },
  {
    id: "noWrites",
    level: "medium",
    isAbout: (row, now) => daysWithoutWrite(row, now) !== undefined,
  },
  {
    id: "oldSecret",
    level: "medium",
    isAbout: (row, now) => hasPower(row) && hasOldSecret(row.client, now),
  },
  {
    id: "reviewOverdue",
    level: "medium",
    isAbout: (row, now) => hasPower(row) && reviewOf(row, now) === "overdue",
  },
  { id: "wide", level: "medium", isAbout: ({ isWide }) => isWide },
  { id: "indirect", level: "medium", isAbout: ({ indirect }) => indirect.length > 0 },
  { id: "outdated", level: "low", isAbout: ({ outdated }) => outdated.length > 0 },
  {
    id: "unready",
    level: "low",
    isAbout: (row) =>
      hasPower(row) &&
      canSignIn(row.state) === true &&
      row.client !== undefined &&
      canBeReadied(
        {
          fullScopeAllowed: row.client.fullScopeAllowed,
          adminClientScope: row.client.adminClientScope,
        },
        row.asksForScope,
      ),
  },
];

/** The level of the worst that any of the accounts holds. */
function worstLevel(rows: readonly AccountRow[]): RiskLevel {
  const [worst] = [...rows].sort((a, b) => b.danger - a.danger);
  return worst?.risk?.level ?? "low";
}

/**
 * What is worth a look, the most severe first; a finding without accounts is left out. A leftover account is in
 * no finding but its own: it can do nothing now.
 *
 * @param now in milliseconds since 1970, for the age of secrets and the dates of reviews
 */
export function findingsOf(
  rows: readonly AccountRow[],
  now: number = Date.now(),
): readonly AccountFinding[] {
  return rules
    .map(({ id, level, isAbout }) => {
      const about = rows.filter(
        (row) => isAbout(row, now) && (row.state !== "leftover" || id === "leftover"),
      );
      const finding = {
        id,
        level: level ?? worstLevel(about),
        rows: new Set(about.map(({ key }) => key)),
      };
      if (id !== "unused" && id !== "noWrites") return finding;
      const daysOf = id === "unused" ? daysWithoutSignIn : daysWithoutWrite;
      // Realms may keep events for different times: the shortest is true of all.
      const days = Math.min(...about.flatMap((row) => daysOf(row, now) ?? []));
      return { ...finding, days };
    })
    .filter((finding) => finding.rows.size > 0)
    .sort((a, b) => riskLevels.indexOf(b.level) - riskLevels.indexOf(a.level));
}

/** How many accounts have findings, each counted once, by the most severe of its findings; the most severe first. */
export function accountsByWorstFinding(
  findings: readonly AccountFinding[],
): readonly { readonly level: RiskLevel; readonly count: number }[] {
  const counted = new Set<string>();
  return [...riskLevels].reverse().flatMap((level) => {
    const before = counted.size;
    for (const finding of findings) {
      if (finding.level === level) for (const key of finding.rows) counted.add(key);
    }
    const count = counted.size - before;
    return count === 0 ? [] : [{ level, count }];
  });
}
