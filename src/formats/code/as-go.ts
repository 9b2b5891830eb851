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
 * HTTP client is used. Client ID and secret are encoded, because gocloak sends them in a Basic
 * header and doesn't encode them.
 *
 * @see [gocloak](https://github.com/Nerzal/gocloak)
 * @see [RFC 6749, section 2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)
 */
export function asGo(connection: Connection): string {
  const { adminBaseUrl, realm, administeredRealm, clientId, path, address, secret } = connection;
  const typed = typedCalls.get(path);
  const parameters = typed?.parameters === undefined ? "" : `, gocloak.${typed.parameters}`;
  const call =
    typed === undefined
      ? `	answer, err := keycloak.GetRequestWithBearerAuth(ctx, token.AccessToken).Get(${quote(address)})
	if err != nil {
		log.Fatal(err)
	}
	if answer.IsError() {
		log.Fatal(answer.Status())
	}
	fmt.Println(answer)`
      : `	answer, err := keycloak.${typed.name}(ctx, token.AccessToken, ${quote(administeredRealm)}${parameters})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%+v\\n", answer)`;
  const imports = [
    ...["context", "fmt", "log"],
    ...(secret === undefined ? ["net/url", "os"] : []),
  ];
  const secretText =
    secret === undefined
      ? 'url.QueryEscape(os.Getenv("CLIENT_SECRET"))'
      : quote(encodeURIComponent(secret));
  return `// Needs gocloak: go get github.com/Nerzal/gocloak/v14
package main

import (
${imports.map((name) => `	"${name}"\n`).join("")}
	"github.com/Nerzal/gocloak/v14"
)

func main() {
	ctx := context.Background()
	keycloak := gocloak.NewClient(${quote(adminBaseUrl)})
	token, err := keycloak.LoginClient(ctx, ${quote(encodeURIComponent(clientId))}, ${secretText}, ${quote(realm)})
	if err != nil {
		log.Fatal(err)
	}
${call}
}
`;
}
