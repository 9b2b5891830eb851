import type { Denial } from "../../access/policy/judge-roles.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { describeAccount } from "../../formats/describe-account.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Violation } from "../policy/find-violations.ts";
import { isTold, type PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import { accountLabel } from "./account-label.ts";
import { accountLine } from "./account-line.ts";
import { type CommandResult, jsonResult, linesResult } from "./command-result.ts";

/** A power that comes from no role, or can't be told, and whether the person who checks accepts it. */
interface JudgedPower extends PowerBesideRoles {
  readonly isAccepted: boolean;
  /** Whether an earlier run that this one is compared with had it. */
  readonly isKnown: boolean;
}

/** Who holds what in realm files, and whether that is allowed. */
export interface CheckFindings {
  readonly accounts: readonly AccountRow[];
  readonly violations: readonly Violation[];
  readonly powers: readonly JudgedPower[];
  /** What isn't allowed either, and is no news. */
  readonly known: readonly Violation[];
  /** Rules of the policy file that have ended, in words. */
  readonly ended: readonly string[];
  /** Whether not everything is allowed. */
  readonly isLimited: boolean;
}

type Verdict = "accepted" | "known" | "told" | "notAllowed" | "cannotTell";

function verdictOf({ kind, isAccepted, isKnown }: JudgedPower, isLimited: boolean): Verdict {
  if (isAccepted) return "accepted";
  if (isKnown) return "known";
  if (!isTold(kind)) return "cannotTell";
  return isLimited ? "notAllowed" : "told";
}

function exitCodeOf({ violations, ended, powers, isLimited }: CheckFindings): ExitCode {
  const verdicts = new Set(powers.map((power) => verdictOf(power, isLimited)));
  const isRefused = violations.length > 0 || ended.length > 0 || verdicts.has("notAllowed");
  if (isRefused) return exitCodes.notPassed;
  return verdicts.has("cannotTell") ? exitCodes.failed : exitCodes.passed;
}

const beginnings = {
  accepted: "accepted",
  known: "not new",
  told: "beside roles",
  notAllowed: "NOT ALLOWED",
  cannotTell: "CANNOT TELL",
} as const satisfies Record<Verdict, string>;

/** What a power means, in words. */
const meanings = {
  "act-as-user": "critical: can act as another user",
  "unknown-mapper": "may be able to act as another user",
  permissions: "can do what no role of it allows",
  "unknown-policy": "may be able to do what no role of it allows",
  "unknown-group": "may hold more roles",
} as const satisfies Record<PowerBesideRoles["kind"], string>;

/** Why roles are not allowed, where there is more to say than that no rule allows them. */
function describeDenial(denial: Denial): string {
  switch (denial.kind) {
    case "forbidden":
      return ` (forbidden: ${denial.reason})`;
    case "ended":
      return ` (allowed until ${denial.until}: ${denial.reason})`;
    case "notListed":
      return "";
  }
}

/** A service account that holds more than it is allowed, in one line. */
export const violationLine = ({ account, roles, denial }: Violation) =>
  `${accountLabel(account, " ")}: ${roles.join(", ")}${describeDenial(denial)}`;

/** A service account that holds more than it is allowed, for programs. */
const violationAsJson = ({ account, roles, denial }: Violation) => {
  const { realm, administers, clientId } = account;
  return { realm, administers, clientId, roles, because: denial };
};

/** The findings as JSON, for programs. */
export function findingsAsJson(findings: CheckFindings): CommandResult {
  const { accounts, violations, known, ended, powers, isLimited } = findings;
  return jsonResult(
    {
      accounts: accounts.map(describeAccount),
      isLimited,
      exceeding: violations.map(violationAsJson),
      // Not allowed either, and no news.
      notNew: known.map(violationAsJson),
      ended,
      besideRoles: powers.map((power) => ({
        ...{ realm: power.realm, clientId: power.clientId, kind: power.kind },
        because: power.because,
        verdict: verdictOf(power, isLimited),
      })),
    },
    exitCodeOf(findings),
  );
}

/** The findings in lines, for people. */
export function findingsAsLines(findings: CheckFindings): CommandResult {
  const { accounts, violations, known, ended, powers, isLimited } = findings;
  return linesResult(
    [
      ...(accounts.length === 0 ? ["No client has a service account."] : accounts.map(accountLine)),
      ...powers.map((power) => {
        const { realm, clientId, kind, because } = power;
        const beginning = beginnings[verdictOf(power, isLimited)];
        return `${beginning}  ${realm} / ${clientId}: ${meanings[kind]} (${kind}): ${because}`;
      }),
      ...known.map((violation) => `not new  ${violationLine(violation)}`),
      ...ended.map((rule) => `ENDED  ${rule}`),
      ...violations.map((violation) => `NOT ALLOWED  ${violationLine(violation)}`),
    ],
    exitCodeOf(findings),
  );
}
