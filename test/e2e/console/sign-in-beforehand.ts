import type { BrowserContext } from "@playwright/test";
import type { TestUser } from "../realm/test-bed.ts";
import type { Deployment } from "../servers/deployment.ts";

/** Who signs in, and at which realm's console. */
export type Visitor = Pick<TestUser, "realm" | "username" | "password">;

/** Any value of the form that Keycloak asks for: the code is never redeemed. */
const challenge = "0".repeat(43);

/**
 * Signs somebody in without a page, so that the console need not load twice: it fills the login form
 * with plain requests, and the browser keeps the session's cookies.
 *
 * @throws Error when the server does not let the person in
 */
export async function signInBeforehand(
  { request }: BrowserContext,
  { loginUrl }: Deployment,
  consoleUrl: string,
  { realm, username, password }: Visitor,
): Promise<void> {
  const parameters = new URLSearchParams({
    client_id: "security-admin-console",
    redirect_uri: consoleUrl,
    response_type: "code",
    scope: "openid",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  const endpoint = `${loginUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect/auth`;
  const page = await (await request.get(`${endpoint}?${parameters}`)).text();
  const [, action = ""] = /<form id="kc-form-login"[^>]* action="([^"]+)"/.exec(page) ?? [];
  const answer = await request.post(action.replaceAll("&amp;", "&"), {
    form: { username, password },
    maxRedirects: 0,
  });
  if (answer.status() !== 302) {
    throw new Error(`Signing in ${username} at realm ${realm} was answered ${answer.status()}.`);
  }
}
