import { createHash, randomBytes } from "node:crypto";
import { type Browser, formAddress, type Page, wordsOf } from "./browser.ts";
import { Refusal } from "./refusal.ts";
import { requestAccessToken } from "./request-token.ts";
import type { Scene } from "./scene.ts";

/** A public client, and where it is sent back to. */
export interface BrowserClient {
  readonly clientId: string;
  readonly redirectUri: string;
}

/** A realm of a server. */
type Place = Pick<Scene, "baseUrl" | "realm">;

/** The admin console, which each realm has as a public client. */
export function adminConsole({ baseUrl, realm }: Place): BrowserClient {
  const redirectUri = `${baseUrl}/admin/${realm}/console/`;
  return { clientId: "security-admin-console", redirectUri };
}

/** What an authorization request may have beside what each has. */
interface RequestDetails {
  readonly parameters?: Readonly<Record<string, string>>;
  /** Another endpoint that takes the same request, such as `registrations`. */
  readonly endpoint?: string;
}

/**
 * The address at which a browser asks for a code, and what proves later that the code is ours.
 *
 * @see [Authorization code with PKCE](https://www.rfc-editor.org/rfc/rfc7636#section-4)
 */
export function authorizationRequest(
  { baseUrl, realm }: Place,
  { clientId, redirectUri }: BrowserClient,
  { parameters = {}, endpoint = "auth" }: RequestDetails = {},
): { readonly address: string; readonly verifier: string } {
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    response_type: "code",
    scope: "openid",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...parameters,
  });
  const address = `${baseUrl}/realms/${realm}/protocol/openid-connect/${endpoint}?${query}`;
  return { address, verifier };
}

/**
 * Asks for a token of a client in a browser. What is shown instead of sending the browser back is
 * left to `answer`, which goes on until it is sent back. Throws a Refusal when it is sent back
 * without a code.
 */
export async function takeTokenInBrowser(
  place: Place,
  browser: Browser,
  client: BrowserClient,
  details: RequestDetails & { readonly answer?: (page: Page) => Promise<Page> } = {},
): Promise<string> {
  const { address, verifier } = authorizationRequest(place, client, details);
  const { clientId, redirectUri } = client;
  let page = await browser.open(address, redirectUri);
  if (!page.url.startsWith(redirectUri) && details.answer !== undefined) {
    page = await details.answer(page);
  }
  if (!page.url.startsWith(redirectUri)) {
    throw new Error(`${page.url} isn't where ${clientId} is sent back to: ${wordsOf(page)}`);
  }
  const { searchParams } = new URL(page.url);
  const code = searchParams.get("code");
  if (code === null) throw new Refusal(`${clientId} gets ${searchParams}`);
  return await requestAccessToken(place, {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
  });
}

/** Fills in a realm's own sign-in page. */
export async function fillSignIn(
  browser: Browser,
  page: Page,
  until: string,
  { name, secret }: { readonly name: string; readonly secret: string },
): Promise<Page> {
  const form = { username: name, password: secret };
  return await browser.open(formAddress(page, "kc-form-login"), until, form);
}

/** Fills in a realm's own registration page. */
export async function registerUser(
  browser: Browser,
  page: Page,
  until: string,
  { name, secret }: { readonly name: string; readonly secret: string },
): Promise<Page> {
  return await browser.open(formAddress(page, "kc-register-form"), until, {
    username: name,
    password: secret,
    "password-confirm": secret,
    email: `${name}@example.org`,
    firstName: name,
    lastName: "Example",
  });
}
