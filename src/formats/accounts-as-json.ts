import type { AccountRow } from "../access/survey/account-rows.ts";
import type { MeasuredReach } from "../access/survey/reach-of-account.ts";
import { type DescribeOrigins, describeAccount } from "./describe-account.ts";
import { printableJson } from "./printable-json.ts";

/** Service accounts as a JSON array, one object each, without invisible characters. */
export function accountsAsJson(
  rows: readonly AccountRow[],
  measured?: MeasuredReach,
  originsOf?: DescribeOrigins,
): string {
  return printableJson(rows.map((row) => describeAccount(row, measured, originsOf)));
}
