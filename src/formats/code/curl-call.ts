import { quoteForShell } from "../quote-for-shell.ts";

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

/**
 * The lines that get an access token into the variable `TOKEN`, and make the call with it. They are short:
 * they stand in a field of a dialog.
 *
 * @param options what curl sends beside the kind of grant, an option on each line
 */
export function callAfterSignIn(
  { tokenEndpoint, address }: Pick<OwnCall, "tokenEndpoint" | "address">,
  options: readonly string[],
): readonly string[] {
  return [
    "TOKEN=$(curl -sS -d grant_type=client_credentials \\",
    ...options.map((option) => `  ${option} \\`),
    `  ${quoteForShell(tokenEndpoint)} \\`,
    `  | ${takeToken}`,
    'curl -i -H "Authorization: Bearer $TOKEN" \\',
    `  ${quoteForShell(address)}`,
  ];
}

/** The option that names the client. */
export const clientIdOption = (clientId: string) =>
  `--data-urlencode ${quoteForShell(`client_id=${clientId}`)}`;

/** The option that says that a JWT proves who the client is. */
export const assertionTypeOption =
  "-d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/**
 * Two shell commands: get an access token as the client, then make the call. The secret is read from
 * the variable `CLIENT_SECRET`: the commands themselves hold none, unless they were asked to set it.
 *
 * @see [RFC 6749, section 4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
export function curlCall({ clientId, secret, ...call }: OwnCall): string {
  return [
    ...(secret === undefined ? [] : [`CLIENT_SECRET=${quoteForShell(secret)}`]),
    ...callAfterSignIn(call, [
      clientIdOption(clientId),
      '--data-urlencode "client_secret=$CLIENT_SECRET"',
    ]),
  ].join("\n");
}

/**
 * The same for a client that signs: the assertion is put together with openssl, with the RSA key in the
 * file that the environment variable `CLIENT_KEY` names.
 *
 * @see [RFC 7523, section 2.2](https://www.rfc-editor.org/rfc/rfc7523#section-2.2)
 */
export function curlCallWithKey(call: OwnCall, { issuer, kid }: OwnKey): string {
  return curlCallWithJwt(call, {
    issuer,
    header: { alg: "RS256", typ: "JWT", kid },
    sign: 'openssl dgst -sha256 -sign "$CLIENT_KEY"',
  });
}

/** A JWT that a client signs in with, and the command that signs it. */
export interface OwnJwt {
  readonly issuer: string;
  readonly header: { readonly alg: string; readonly typ: "JWT"; readonly kid?: string | undefined };
  readonly sign: string;
}

/** The same for a client that signs with a command, which reads the text and writes the signature. */
export function curlCallWithJwt(
  { clientId, ...call }: OwnCall,
  { issuer, header, sign }: OwnJwt,
): string {
  const claims = JSON.stringify({ iss: clientId, sub: clientId, aud: issuer }).slice(0, -1);
  return [
    "base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }",
    `HEADER=$(printf %s ${quoteForShell(JSON.stringify(header))} | base64url)`,
    `CLAIMS=$(printf '%s,"jti":"%s","exp":%s}' ${quoteForShell(claims)} \\`,
    '  "$(openssl rand -hex 16)" "$(($(date +%s) + 60))" | base64url)',
    `SIGNATURE=$(printf %s "$HEADER.$CLAIMS" | ${sign} | base64url)`,
    ...callAfterSignIn(call, [
      clientIdOption(clientId),
      assertionTypeOption,
      '-d "client_assertion=$HEADER.$CLAIMS.$SIGNATURE"',
    ]),
  ].join("\n");
}
