import type { AccountRow } from "../../access/survey/account-rows.ts";

/**
 * Names a service account by realm and client ID, and by the realm that its roles administer where
 * that is another one.
 */
export function accountLabel(
  { realm, administers, clientId }: Pick<AccountRow, "realm" | "administers" | "clientId">,
  separator: string,
): string {
  const label = `${realm} / ${clientId}`;
  return administers === realm ? label : `${label}${separator}over realm ${administers}`;
}
