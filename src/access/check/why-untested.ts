import type { TokenBinding } from "../model/snapshot.ts";
import type { WayToSignIn } from "./way-to-sign-in.ts";

/** Why no test request can be made from a page of the console. */
export type WhyUntested =
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
  binding: TokenBinding | undefined,
  { isLoginHere, canSign }: PageAbility,
): WhyUntested | undefined {
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
