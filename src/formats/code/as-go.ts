import type { Connection } from "./connection.ts";

/**
 * A text as a Go literal.
 *
 * @see [Go, string literals](https://go.dev/ref/spec#String_literals)
 */
const quote = (text: string) => JSON.stringify(text);

/** The method that makes a call, by its path, with its last parameter if it takes one. */
const typedCalls: ReadonlyMap<string, { readonly name: string; readonly parameters?: string }> =
  new Map([
    ["/users", { name: "GetUsers", parameters: "GetUsersParams{Max: gocloak.IntP(1)}" }],
    ["/users/count", { name: "GetUserCount", parameters: "GetUsersParams{}" }],
    [
      "/organizations",
      { name: "GetOrganizations", parameters: "GetOrganizationsParams{Max: gocloak.IntP(1)}" },
    ],
    ["/clients", { name: "GetClients", parameters: "GetClientsParams{Max: gocloak.IntP(1)}" }],
    ["/identity-provider/instances", { name: "GetIdentityProviders" }],
    ["/components", { name: "GetComponents" }],
    ["/events", { name: "GetEvents", parameters: "GetEventsParams{Max: gocloak.Int32P(1)}" }],
    ["/admin/realms/{realm}", { name: "GetRealm" }],
  ]);

/**
 * A Go program that makes one call with the library gocloak. If that has no method for the call, its
 * HTTP client is used. It sends client ID and secret as a form: gocloak's `LoginClient` puts them
 * into a Basic header without encoding them, so that a secret with `%` or `+` would be refused.
 *
 * @see [gocloak](https://github.com/Nerzal/gocloak)
 * @see [RFC 6749, section 2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)
 */
export function asGo(connection: Connection): string {
  const { adminBaseUrl, tokenEndpoint, administeredRealm, clientId } = connection;
  const { path, address, secret } = connection;
  const typed = typedCalls.get(path);
  const parameters = typed?.parameters === undefined ? "" : `, gocloak.${typed.parameters}`;
  const call =
    typed === undefined
      ? `	answer, err = keycloak.GetRequestWithBearerAuth(ctx, token.AccessToken).Get(${quote(address)})
	if err != nil {
		log.Fatal(err)
	}
	if answer.IsError() {
		log.Fatal(answer.Status())
	}
	fmt.Println(answer)`
      : `	found, err := keycloak.${typed.name}(ctx, token.AccessToken, ${quote(administeredRealm)}${parameters})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%+v\\n", found)`;
  const imports = ["context", "fmt", "log", ...(secret === undefined ? ["os"] : [])];
  return `// Needs gocloak: go get github.com/Nerzal/gocloak/v14
package main

import (
${imports.map((name) => `	"${name}"\n`).join("")}
	"github.com/Nerzal/gocloak/v14"
)

func main() {
	ctx := context.Background()
	keycloak := gocloak.NewClient(${quote(adminBaseUrl)})
	var token gocloak.JWT
	answer, err := keycloak.GetRequest(ctx).SetResult(&token).SetFormData(map[string]string{
		"grant_type":    "client_credentials",
		"client_id":     ${quote(clientId)},
		"client_secret": ${secret === undefined ? 'os.Getenv("CLIENT_SECRET")' : quote(secret)},
	}).Post(${quote(tokenEndpoint)})
	if err != nil {
		log.Fatal(err)
	}
	if answer.IsError() {
		log.Fatal(answer)
	}
${call}
}
`;
}
