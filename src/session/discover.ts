import { discoveryRequest } from "oauth4webapi";
import { isRedirect, requestOptionsFor } from "./issuer-of.ts";
import { SessionError } from "./session-error.ts";

/** The endpoints where the clients of a realm get their tokens, from its discovery document. */
export interface Discovered {
  /** The issuer of its tokens, and the audience of client assertions. */
  readonly issuer: string;
  readonly tokenEndpoint: string;
  /** The token endpoint for clients with a TLS certificate, if given. */
  readonly mtlsTokenEndpoint: string | undefined;
}

/**
 * Reads a realm's discovery document from the address derived from the page. A realm with its own
 * front-end URL has other addresses there, and these count.
 *
 * @param assumedIssuer the realm's issuer derived from the page
 * @throws SessionError `requestRefused` with the server's words; `redirected`; `unreachable` where there is
 *   no answer; `untrusted` where the answer is no such document, or that of another realm
 * @see [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)
 * @see [RFC 8705, mtls_endpoint_aliases](https://www.rfc-editor.org/rfc/rfc8705#section-5)
 */
export async function discover(assumedIssuer: string): Promise<Discovered> {
  const address = new URL(assumedIssuer);
  let response: Response;
  let body: unknown;
  try {
    response = await discoveryRequest(address, requestOptionsFor(assumedIssuer));
    body = isRedirect(response) ? undefined : await response.json();
  } catch (thrown) {
    throw new SessionError(thrown instanceof SyntaxError ? "untrusted" : "unreachable", thrown);
  }
  if (isRedirect(response)) throw new SessionError("redirected");
  const fields = fieldsOf(body);
  if (!response.ok) {
    const words = fields.get("error_description") ?? fields.get("error");
    throw new SessionError("requestRefused", typeof words === "string" ? words : undefined);
  }
  const [issuer, tokenEndpoint] = [fields.get("issuer"), fields.get("token_endpoint")];
  const mtls = fieldsOf(fields.get("mtls_endpoint_aliases")).get("token_endpoint");
  if (
    !isAddress(issuer) ||
    !isAddress(tokenEndpoint) ||
    realmIn(issuer) !== realmIn(address.href)
  ) {
    throw new SessionError("untrusted");
  }
  return { issuer, tokenEndpoint, mtlsTokenEndpoint: isAddress(mtls) ? mtls : undefined };
}

const isAddress = (value: unknown): value is string =>
  typeof value === "string" && URL.canParse(value) && /^https?:/i.test(value);

/** The last part of an issuer's path: a front-end URL changes what stands before it. */
const realmIn = (issuer: string) => new URL(issuer).pathname.split("/").at(-1);

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
