import type { AccountRow } from "../access/survey/account-rows.ts";
import { describeAccount } from "./describe-account.ts";

/** Service accounts as a JSON array, one object each. */
export function accountsAsJson(rows: readonly AccountRow[]): string {
  return `${JSON.stringify(rows.map(describeAccount), null, 2)}\n`;
}
