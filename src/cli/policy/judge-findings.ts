import { acceptsPower } from "../../access/policy/accepts-power.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { findViolations, type Violation } from "./find-violations.ts";
import type { Limits, RuleEnd } from "./limits.ts";

/**
 * Access that doesn't come from roles, or that the files leave open, and whether it is accepted.
 */
export interface JudgedPower extends PowerBesideRoles {
  readonly isAccepted: boolean;
  /** Whether the baseline contains it. */
  readonly isKnown: boolean;
}

/** What is not allowed. */
export interface Judgement {
  readonly violations: readonly Violation[];
  /** What isn't allowed but isn't new. */
  readonly known: readonly Violation[];
  /** Expired rules of the policy file. */
  readonly ended: readonly RuleEnd[];
  readonly powers: readonly JudgedPower[];
  /** Whether not everything is allowed. */
  readonly isLimited: boolean;
}

/** The access that realm files give. */
interface Found {
  readonly accounts: readonly AccountRow[];
  readonly powers: readonly PowerBesideRoles[];
}

/**
 * Evaluates the access that realm files give. A baseline without other limits allows only what it
 * contains.
 *
 * @param baseline the file with an earlier output, if any
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

/** Whether an account has a role that isn't allowed and isn't in the baseline. */
function createIsNew(earlier: Baseline | undefined) {
  return ({ account, beyond }: ReturnType<typeof findViolations>[number]): boolean => {
    if (earlier === undefined) return true;
    const known = earlier.knownRoles(account);
    return beyond.some((name) => !known.has(name));
  };
}
