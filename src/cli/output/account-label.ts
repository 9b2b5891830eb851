import type { AccountRow } from "../../access/survey/account-rows.ts";

/**
 * The realm and client ID of a service account, and the administered realm if it differs.
 */
export function accountLabel(
  { realm, administers, clientId }: Pick<AccountRow, "realm" | "administers" | "clientId">,
  separator: string,
): string {
  const label = `${realm} / ${clientId}`;
  return administers === realm ? label : `${label}${separator}for realm ${administers}`;
}
