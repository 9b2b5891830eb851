import type { RealmSettings } from "../model/realm-settings.ts";
import type { ClientSettings } from "../model/snapshot.ts";
import type { Verdict } from "./check-access.ts";
import { tokenLifespanOf } from "./token-lifespan.ts";

/** What decides, beside roles, whether a client gets a token and whether it counts. */
export interface SignInFacts {
  readonly client: Pick<ClientSettings, "tokenSettings">;
  /** Whether the user of the service account is enabled: undefined where that isn't known, `none` without one. */
  readonly account: boolean | "none" | undefined;
  /** The settings of the client's realm; undefined where the administrator may not see them. */
  readonly realm: RealmSettings | undefined;
  /** The address where programs get tokens; undefined where it isn't known. */
  readonly tokenEndpoint: string | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** What was found about getting a token. `says` chooses the text, since one verdict can have several causes. */
export type SignInResult =
  | { readonly id: "user" | "realm"; readonly verdict: Verdict; readonly says: Verdict }
  | {
      readonly id: "https";
      readonly verdict: Verdict;
      readonly says: Verdict | "external";
    }
  | {
      readonly id: "notBefore";
      readonly verdict: Verdict;
      readonly says: "ok" | "unknown" | "realmProblem" | "clientProblem";
      /** In seconds since 1970. */
      readonly since: number;
    }
  | {
      readonly id: "lifespan";
      readonly verdict: Verdict;
      readonly says: Verdict | "short";
      readonly seconds: number;
    };

/** Tokens that live shorter, in seconds, may have ended when a call arrives. */
const shortLife = 10;

/**
 * Whether the user of a service account is enabled. The token endpoint refuses a client whose user isn't,
 * while the client itself is enabled.
 *
 * @param account whether it is enabled; undefined where that isn't known
 */
export function checkUser(account: boolean | undefined): SignInResult {
  const verdict = account === undefined ? "unknown" : account ? "ok" : "problem";
  return { id: "user", verdict, says: verdict };
}

/** The token endpoint of a disabled realm answers 403 to every client. */
function checkRealm({ realm }: SignInFacts): SignInResult {
  const verdict = realm === undefined ? "unknown" : realm.isEnabled ? "ok" : "problem";
  return { id: "realm", verdict, says: verdict };
}

/**
 * A realm that requires HTTPS answers 403 to requests over HTTP: to all of them, or to those that don't
 * come from a private address.
 *
 * @see [Requiring SSL/HTTPS](https://www.keycloak.org/docs/latest/server_admin/#_ssl_modes)
 */
function checkHttps({ realm, tokenEndpoint }: SignInFacts): SignInResult {
  const says = () => {
    if (tokenEndpoint?.startsWith("https:") === true || realm?.sslRequired === "none") return "ok";
    if (realm === undefined || tokenEndpoint === undefined) return "unknown";
    return realm.sslRequired === "all" ? "problem" : "external";
  };
  const found = says();
  return { id: "https", verdict: found === "external" ? "unknown" : found, says: found };
}

/** The Admin API answers 401 to tokens that were issued before the not-before time of realm or client. */
function checkNotBefore({ client, realm, now }: SignInFacts): SignInResult {
  const [ofClient, ofRealm] = [client.tokenSettings.notBefore, realm?.notBefore ?? 0];
  const since = Math.max(ofClient, ofRealm);
  if (since * 1_000 > now) {
    const says = ofRealm >= ofClient ? "realmProblem" : "clientProblem";
    return { id: "notBefore", verdict: "problem", says, since };
  }
  const verdict = realm === undefined ? "unknown" : "ok";
  return { id: "notBefore", verdict, says: verdict, since };
}

/** A token that has ended when the call arrives is answered with 401. */
function checkLifespan({ client, realm }: SignInFacts): SignInResult {
  const lifespan = tokenLifespanOf(client.tokenSettings, realm);
  if (lifespan === undefined) {
    return { id: "lifespan", verdict: "unknown", says: "unknown", seconds: 0 };
  }
  const { seconds } = lifespan;
  if (seconds <= 0) return { id: "lifespan", verdict: "problem", says: "problem", seconds };
  return seconds < shortLife
    ? { id: "lifespan", verdict: "unknown", says: "short", seconds }
    : { id: "lifespan", verdict: "ok", says: "ok", seconds };
}

/** Tells what keeps a client from getting a token, or its token from counting. What can't be seen is not known. */
export function checkSignIn(facts: SignInFacts): readonly SignInResult[] {
  return [
    ...(facts.account === "none" ? [] : [checkUser(facts.account)]),
    checkRealm(facts),
    checkHttps(facts),
    checkNotBefore(facts),
    checkLifespan(facts),
  ];
}
