import type { AccountClient, AccountUser } from "./survey.ts";

/**
 * What a service account is worth now:
 * - `active`: it can get a token;
 * - `clientDisabled`, `userDisabled`, `bothDisabled`: it can't, until what is disabled is enabled again;
 * - `leftover`: service accounts are off for its client, or the client is public, yet it is still there;
 *   its roles count again as soon as they are enabled;
 * - `noUser`: its client is on, and no user has the usual name: Keycloak makes one when it is needed,
 *   or there is one under another name;
 * - `unlinked`: no client is known that it belongs to.
 */
export type AccountState =
  | "active"
  | "clientDisabled"
  | "userDisabled"
  | "bothDisabled"
  | "leftover"
  | "noUser"
  | "unlinked";

/** The state of an account whose client is known. */
export function stateOfAccount(
  user: Pick<AccountUser, "userId" | "enabled">,
  client: AccountClient,
): AccountState {
  if (!client.isOn) return "leftover";
  if (user.userId === "") return "noUser";
  if (!client.enabled) return user.enabled ? "clientDisabled" : "bothDisabled";
  return user.enabled ? "active" : "userDisabled";
}

/** Whether it can get a token; undefined where that isn't known. */
export function canSignIn(state: AccountState | undefined): boolean | undefined {
  switch (state) {
    case undefined:
    case "noUser":
    case "unlinked":
      return undefined;
    default:
      return state === "active";
  }
}
