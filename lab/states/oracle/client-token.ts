import { createHmac, randomUUID } from "node:crypto";

/** What a client signs in with. */
export interface Credentials {
  readonly clientId: string;
  readonly secret: string;
  /** Whether it sends its secret, or signs with it. */
  readonly kind: "secret" | "secretJwt";
}

/** A token, or what the token endpoint said instead. */
export type TokenAnswer =
  | { readonly kind: "granted"; readonly token: string }
  | { readonly kind: "refused"; readonly status: number; readonly said: string };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An assertion of the client, signed with its secret. See https://www.rfc-editor.org/rfc/rfc7523#section-3 */
function assertionOf({ clientId, secret }: Credentials, audience: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss: clientId, sub: clientId, aud: audience, jti: randomUUID() },
    ...{ iat: now, exp: now + 60 },
  };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/**
 * Takes a token as the client itself does, with the grant of client credentials.
 *
 * @param realmUrl such as `http://localhost:8080/realms/demo`
 */
export async function takeToken(realmUrl: string, credentials: Credentials): Promise<TokenAnswer> {
  const { clientId, secret, kind } = credentials;
  const proof =
    kind === "secret"
      ? { client_id: clientId, client_secret: secret }
      : {
          client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
          client_assertion: assertionOf(credentials, await issuerOf(realmUrl)),
        };
  const response = await fetch(`${realmUrl}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", ...proof }),
  });
  const text = await response.text();
  if (!response.ok) return { kind: "refused", status: response.status, said: text };
  return { kind: "granted", token: String(JSON.parse(text).access_token) };
}

/** What the realm calls itself; a realm that doesn't say so has the address at which it was asked. */
async function issuerOf(realmUrl: string): Promise<string> {
  const response = await fetch(`${realmUrl}/.well-known/openid-configuration`);
  const text = await response.text();
  return response.ok ? String(JSON.parse(text).issuer) : realmUrl;
}
