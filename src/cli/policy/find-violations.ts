import { outermostRoles, resolveStockRoles } from "../../access/model/resolve-roles.ts";
import { roleKey } from "../../access/model/snapshot.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { Allowance } from "./allowance.ts";

/** A service account that holds more than it is allowed. */
export interface Violation {
  readonly account: AccountRow;
  /** Names of the roles that no allowance gives it, without those that others of them include. */
  readonly roles: readonly string[];
}

function rolesBeyond(account: AccountRow, allowances: readonly Allowance[]): readonly string[] {
  const allowed = resolveStockRoles(
    allowances
      .filter(({ clientId }) => clientId === undefined || clientId === account.clientId)
      .flatMap(({ presets }) => presets)
      .flatMap(({ roles }) => roles),
  );
  const beyond = account.held.filter((role) => !allowed.has(roleKey(role)));
  return outermostRoles(beyond).map(({ name }) => name);
}

/** The service accounts that hold more than these allowances give them, all together. */
export function findViolations(
  accounts: readonly AccountRow[],
  allowances: readonly Allowance[],
): readonly Violation[] {
  return accounts
    .map((account) => ({ account, roles: rolesBeyond(account, allowances) }))
    .filter(({ roles }) => roles.length > 0);
}
