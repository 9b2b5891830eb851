import { outermostRoles } from "../../access/model/resolve-roles.ts";
import { type Denial, judgeRoles } from "../../access/policy/judge-roles.ts";
import type { Policy } from "../../access/policy/policy.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";

/** A service account with more roles than allowed. */
export interface Violation {
  readonly account: AccountRow;
  /** Names of the roles that it isn't allowed. */
  readonly beyond: readonly string[];
  /** Those of them that no other one includes. */
  readonly roles: readonly string[];
  readonly denial: Denial;
}

/**
 * The service accounts with more roles than a policy allows.
 *
 * @param today the day, such as `2027-01-31`
 */
export function findViolations(
  accounts: readonly AccountRow[],
  policy: Policy,
  today: string,
): readonly Violation[] {
  return accounts.flatMap((account) => {
    const { beyond, denial } = judgeRoles(policy, account, account.held, today);
    const namesOf = (roles: typeof beyond) => roles.map(({ name }) => name);
    return denial === undefined
      ? []
      : [{ account, beyond: namesOf(beyond), roles: namesOf(outermostRoles(beyond)), denial }];
  });
}
