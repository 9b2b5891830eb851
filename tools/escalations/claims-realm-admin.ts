/**
 * Makes sure that an access token says what the attacker meant it to say; else that it is refused
 * would show nothing about the server.
 */
export function assertClaimsRealmAdmin(token: string): void {
  const [, payload = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const said = JSON.stringify(claims.resource_access?.["realm-management"]?.roles ?? []);
  if (!said.includes('"realm-admin"')) throw new Error(`The token claims the roles ${said}.`);
}
