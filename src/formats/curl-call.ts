import { quoteForShell } from "./quote-for-shell.ts";

/** A call that a client makes with its own credentials. */
export interface OwnCall {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  /** The address to be called with GET. */
  readonly address: string;
}

/**
 * Two shell commands: get an access token as the client, then make the call. The secret is read from
 * the environment variable `CLIENT_SECRET`, so that it stands in no file and no history.
 *
 * @see [RFC 6749, section 4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
export function curlCall({ tokenEndpoint, clientId, address }: OwnCall): string {
  return [
    "TOKEN=$(curl -sS -d grant_type=client_credentials \\",
    `  --data-urlencode ${quoteForShell(`client_id=${clientId}`)} \\`,
    '  --data-urlencode "client_secret=$CLIENT_SECRET" \\',
    `  ${quoteForShell(tokenEndpoint)} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -i -H "Authorization: Bearer $TOKEN" ${quoteForShell(address)}`,
  ].join("\n");
}
