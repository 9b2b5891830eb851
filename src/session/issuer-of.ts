import { allowInsecureRequests } from "oauth4webapi";
import { encodeRealm } from "./encode-realm.ts";

/** How long an endpoint may take to answer, in milliseconds. */
export const answerTimeout = 15_000;

/** The issuer of a realm's tokens, below which its endpoints are. */
export function issuerOf(authServerUrl: string, realm: string): string {
  return `${authServerUrl}/realms/${encodeRealm(realm)}`;
}

/** What each request to an issuer is sent with: plain http is only taken where the issuer itself is on it. */
export function requestOptionsFor(issuer: string) {
  return {
    [allowInsecureRequests]: new URL(issuer).protocol === "http:",
    signal: () => AbortSignal.timeout(answerTimeout),
  };
}

/**
 * Whether a token endpoint answers with another address. The requests of `oauth4webapi` don't follow it,
 * so that no code and no secret goes there.
 *
 * @see [Opaque-redirect filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect)
 */
export function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}
