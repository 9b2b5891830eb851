import { acceptsPower } from "../../access/policy/accepts-power.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { findViolations, type Violation } from "./find-violations.ts";
import type { Limits, RuleEnd } from "./limits.ts";

/** A power that comes from no role, or can't be told, and whether the person who checks accepts it. */
export interface JudgedPower extends PowerBesideRoles {
  readonly isAccepted: boolean;
  /** Whether an earlier run that this one is compared with had it. */
  readonly isKnown: boolean;
}

/** What is not allowed. */
export interface Judgement {
  readonly violations: readonly Violation[];
  /** What isn't allowed either, and is no news. */
  readonly known: readonly Violation[];
  /** Rules of the policy file that have ended. */
  readonly ended: readonly RuleEnd[];
  readonly powers: readonly JudgedPower[];
  /** Whether not everything is allowed. */
  readonly isLimited: boolean;
}

/** What realm files were found to give. */
interface Found {
  readonly accounts: readonly AccountRow[];
  readonly powers: readonly PowerBesideRoles[];
}

/**
 * Judges what realm files give. A baseline without other limits allows nothing but what it has.
 *
 * @param baseline the file with an earlier output, where there is one
 * @throws CliError where that can't be used
 */
export async function judgeFindings(
  { accounts, powers }: Found,
  { policy, accepting, ended }: Limits,
  baseline: string | undefined,
  today: string,
): Promise<Judgement> {
  const isLimited = policy !== undefined || baseline !== undefined;
  const earlier =
    baseline === undefined ? undefined : await readBaseline(baseline, policy !== undefined);
  const violations = isLimited ? findViolations(accounts, policy ?? { allow: [] }, today) : [];
  const isNew = createIsNew(earlier);
  return {
    violations: violations.filter(isNew),
    known: violations.filter((violation) => !isNew(violation)),
    ended,
    powers: powers.map((power) => ({
      ...power,
      isAccepted: acceptsPower(accepting, power, today),
      isKnown: earlier?.isKnownPower(power) === true,
    })),
    isLimited,
  };
}

/** Whether an account holds, of what it isn't allowed, something that the baseline doesn't have. */
function createIsNew(earlier: Baseline | undefined) {
  return ({ account, beyond }: ReturnType<typeof findViolations>[number]): boolean => {
    if (earlier === undefined) return true;
    const known = earlier.knownRoles(account);
    return beyond.some((name) => !known.has(name));
  };
}
