import { quoteForShell } from "./quote-for-shell.ts";

/** A call that a client makes with its own credentials. */
export interface OwnCall {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  /** The address to be called with GET. */
  readonly address: string;
  /** The client's secret, where it is to stand in the text itself. */
  readonly secret?: string | undefined;
}

/** What a client signs with in place of a secret. */
export interface OwnKey {
  /** The realm's issuer, which the assertion is made for. */
  readonly issuer: string;
  /** The key's name in the client's key set; left out where it is not known. */
  readonly kid: string | undefined;
}

const takeToken = 'sed \'s/.*"access_token":"\\([^"]*\\)".*/\\1/\')';

// Short lines: they stand in a field of a dialog.
const callWith = (address: string) => [
  'curl -i -H "Authorization: Bearer $TOKEN" \\',
  `  ${quoteForShell(address)}`,
];

/**
 * Two shell commands: get an access token as the client, then make the call. The secret is read from
 * the variable `CLIENT_SECRET`: the commands themselves hold none, unless they were asked to set it.
 *
 * @see [RFC 6749, section 4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
export function curlCall({ tokenEndpoint, clientId, address, secret }: OwnCall): string {
  return [
    ...(secret === undefined ? [] : [`CLIENT_SECRET=${quoteForShell(secret)}`]),
    "TOKEN=$(curl -sS -d grant_type=client_credentials \\",
    `  --data-urlencode ${quoteForShell(`client_id=${clientId}`)} \\`,
    '  --data-urlencode "client_secret=$CLIENT_SECRET" \\',
    `  ${quoteForShell(tokenEndpoint)} \\`,
    `  | ${takeToken}`,
    ...callWith(address),
  ].join("\n");
}

/**
 * The same for a client that signs: the assertion is put together with openssl, with the RSA key in the
 * file that the environment variable `CLIENT_KEY` names.
 *
 * @see [RFC 7523, section 2.2](https://www.rfc-editor.org/rfc/rfc7523#section-2.2)
 */
export function curlCallWithKey(
  { tokenEndpoint, clientId, address }: OwnCall,
  { issuer, kid }: OwnKey,
): string {
  const header = JSON.stringify({ alg: "RS256", typ: "JWT", kid });
  const claims = JSON.stringify({ iss: clientId, sub: clientId, aud: issuer }).slice(0, -1);
  return [
    "base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }",
    `HEADER=$(printf %s ${quoteForShell(header)} | base64url)`,
    `CLAIMS=$(printf '%s,"jti":"%s","exp":%s}' ${quoteForShell(claims)} \\`,
    '  "$(openssl rand -hex 16)" "$(($(date +%s) + 60))" | base64url)',
    'SIGNATURE=$(printf %s "$HEADER.$CLAIMS" | openssl dgst -sha256 -sign "$CLIENT_KEY" | base64url)',
    "TOKEN=$(curl -sS -d grant_type=client_credentials \\",
    `  --data-urlencode ${quoteForShell(`client_id=${clientId}`)} \\`,
    "  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\",
    '  -d "client_assertion=$HEADER.$CLAIMS.$SIGNATURE" \\',
    `  ${quoteForShell(tokenEndpoint)} \\`,
    `  | ${takeToken}`,
    ...callWith(address),
  ].join("\n");
}
