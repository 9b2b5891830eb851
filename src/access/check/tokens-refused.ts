import { isServiceAccountOn, isUserDisabled } from "../model/account.ts";
import type { RealmSettings } from "../model/realm-settings.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { bindingOf } from "./check-access.ts";
import { checkSignIn } from "./check-sign-in.ts";

/** What is known beside the client. */
export interface TokenCircumstances {
  /** The settings of the client's realm; undefined where they aren't known. */
  readonly realm: RealmSettings | undefined;
  /** Where the server answers, such as `https://host/auth`. */
  readonly baseUrl: string;
  /** The server's version, such as `26.7.3`, where it is known. */
  readonly version: string | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/**
 * Whether a client gets no token, or every plain call with one is refused, whatever its roles.
 *
 * @returns undefined where that isn't known, since the realm's settings aren't
 */
export function areTokensRefused(
  { client, account }: Pick<Snapshot, "client" | "account">,
  { realm, baseUrl, version, now }: TokenCircumstances,
): boolean | undefined {
  if (!isServiceAccountOn(client) || !client.enabled || isUserDisabled(account)) return true;
  if (bindingOf(client, version) !== undefined) return true;
  const facts = { client, account: "none", realm, tokenEndpoint: baseUrl, now } as const;
  if (checkSignIn(facts).some(({ verdict }) => verdict === "problem")) return true;
  return realm === undefined ? undefined : false;
}
