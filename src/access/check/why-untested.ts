import type { Account, TokenBinding } from "../model/snapshot.ts";
import type { WayToSignIn } from "./way-to-sign-in.ts";

/** Why no test request can be made from a page of the console. */
export type WhyUntested =
  /** It isn't known that the account exists, and a sign-in lets Keycloak create a missing one. */
  | "noAccount"
  /** Its origin is not that of the login. */
  | "elsewhere"
  | "bound"
  | "key"
  | "certificate"
  | "federated"
  | "unknown"
  | "algorithm"
  /** Without HTTPS the browser signs nothing. */
  | "plainHttp";

/** What the page can do. */
export interface PageAbility {
  /** Whether people sign in on the console's own origin. */
  readonly isLoginHere: boolean;
  /** Whether the browser signs for this page. */
  readonly canSign: boolean;
}

/**
 * Tells why no test request can be made as a client from this page.
 *
 * @returns undefined where it can be made
 */
export function whyUntested(
  way: WayToSignIn,
  account: Account,
  binding: TokenBinding | undefined,
  { isLoginHere, canSign }: PageAbility,
): WhyUntested | undefined {
  if (account.kind === "notUnderUsualName" || account.kind === "notKnown") return "noAccount";
  if (binding !== undefined) return "bound";
  if (!isLoginHere) return "elsewhere";
  switch (way.kind) {
    case "secret":
      return undefined;
    case "secretJwt":
      if (way.algorithm !== "HS256") return "algorithm";
      return canSign ? undefined : "plainHttp";
    case "keyJwt":
      return "key";
    default:
      return way.kind;
  }
}
