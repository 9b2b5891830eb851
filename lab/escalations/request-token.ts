import { Refusal } from "./refusal.ts";

/**
 * Asks the realm's token endpoint for an access token; throws a Refusal when it gives none, which
 * it says with 400, 401 or 403.
 *
 * @see [Token error response](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)
 */
export async function requestAccessToken(
  { baseUrl, realm }: { readonly baseUrl: string; readonly realm: string },
  parameters: Readonly<Record<string, string>>,
  token?: string,
): Promise<string> {
  const response = await fetch(`${baseUrl}/realms/${realm}/protocol/openid-connect/token`, {
    method: "POST",
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    body: new URLSearchParams(parameters),
  });
  const text = await response.text();
  const grant = `${parameters["grant_type"]} is answered ${response.status} ${text.slice(0, 160)}`;
  if ([400, 401, 403].includes(response.status)) throw new Refusal(grant);
  const { access_token: accessToken }: { access_token?: string } = JSON.parse(text);
  if (accessToken === undefined) throw new Error(grant);
  return accessToken;
}

/** Signs in with name and password by the direct grant, through a client of every realm. */
export async function signInWithPassword(
  at: { readonly baseUrl: string; readonly realm: string },
  username: string,
  password: string,
): Promise<string> {
  return await requestAccessToken(at, {
    grant_type: "password",
    client_id: "admin-cli",
    ...{ username, password },
  });
}

/** Takes a token of a confidential client's service account. */
export async function signInAsClient(
  at: { readonly baseUrl: string; readonly realm: string },
  clientId: string,
  secret: string,
): Promise<string> {
  return await requestAccessToken(at, {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: secret,
  });
}
