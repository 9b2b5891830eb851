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
}

/** Who holds what in realm files, and whether that is allowed. */
export interface CheckFindings {
  readonly accounts: readonly AccountRow[];
  readonly violations: readonly Violation[];
  readonly powers: readonly JudgedPower[];
  /** Whether not everything is allowed. */
  readonly isLimited: boolean;
}

type Verdict = "accepted" | "told" | "notAllowed" | "cannotTell";

function verdictOf({ kind, isAccepted }: JudgedPower, isLimited: boolean): Verdict {
  if (isAccepted) return "accepted";
  if (!isTold(kind)) return "cannotTell";
  return isLimited ? "notAllowed" : "told";
}

function exitCodeOf({ violations, powers, isLimited }: CheckFindings): ExitCode {
  const verdicts = new Set(powers.map((power) => verdictOf(power, isLimited)));
  if (violations.length > 0 || verdicts.has("notAllowed")) return exitCodes.notPassed;
  return verdicts.has("cannotTell") ? exitCodes.failed : exitCodes.passed;
}

const beginnings = {
  accepted: "accepted",
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

/** The findings as JSON, for programs. */
export function findingsAsJson(findings: CheckFindings): CommandResult {
  const { accounts, violations, powers, isLimited } = findings;
  return jsonResult(
    {
      accounts: accounts.map(describeAccount),
      exceeding: violations.map(({ account: { realm, administers, clientId }, roles }) => ({
        ...{ realm, administers, clientId },
        roles,
      })),
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
  const { accounts, violations, powers, isLimited } = findings;
  return linesResult(
    [
      ...(accounts.length === 0 ? ["No client has a service account."] : accounts.map(accountLine)),
      ...powers.map((power) => {
        const { realm, clientId, kind, because } = power;
        const beginning = beginnings[verdictOf(power, isLimited)];
        return `${beginning}  ${realm} / ${clientId}: ${meanings[kind]} (${kind}): ${because}`;
      }),
      ...violations.map(
        ({ account, roles }) => `NOT ALLOWED  ${accountLabel(account, " ")}: ${roles.join(", ")}`,
      ),
    ],
    exitCodeOf(findings),
  );
}
