import type { AccountRow } from "../../access/survey/account-rows.ts";

/** Whose service account it is, and over which realm its roles count where that is not its own. */
export function nameAccount({
  realm,
  administers,
  clientId,
}: Pick<AccountRow, "realm" | "administers" | "clientId">): readonly string[] {
  return [
    `${realm} / ${clientId}`,
    ...(administers === realm ? [] : [`over realm ${administers}`]),
  ];
}
