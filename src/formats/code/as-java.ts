import type { Connection } from "./connection.ts";

/**
 * A text as a Java literal. Non-ASCII characters are escaped, because the compiler's default
 * encoding depends on the machine.
 *
 * @see [Java, Unicode escapes](https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.3)
 */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A call without a terminal method gives a value to print. */
const writeCall = (call: string) => (call.endsWith(";") ? call : `System.out.println(${call});`);

/** The code that makes a call and prints the result, by path. */
const typedCalls: ReadonlyMap<string, string> = new Map([
  ["/users", "users().list(0, 1).forEach(user -> System.out.println(user.getUsername()));"],
  ["/users/count", "users().count()"],
  [
    "/organizations",
    "organizations().list(0, 1).forEach(organization -> System.out.println(organization.getName()));",
  ],
  [
    "/clients",
    "clients().findAll(null, null, null, 0, 1).forEach(client -> System.out.println(client.getClientId()));",
  ],
  [
    "/identity-provider/instances",
    "identityProviders().findAll().forEach(provider -> System.out.println(provider.getAlias()));",
  ],
  [
    "/components",
    "components().query().forEach(component -> System.out.println(component.getName()));",
  ],
  ["/events", "getEvents().forEach(event -> System.out.println(event.getType()));"],
  ["/admin/realms/{realm}", "toRepresentation().getRealm()"],
]);

/**
 * A Java program that makes one call with Keycloak's own client. If it has no method for the call,
 * its token is used. Client ID and secret are encoded, because that client doesn't encode them.
 *
 * @see [RFC 6749, section 2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)
 * @see [Keycloak Admin Client](https://www.keycloak.org/securing-apps/admin-client)
 */
export function asJava(connection: Connection): string {
  const { adminBaseUrl, realm, clientId, administeredRealm, path, address, secret } = connection;
  const typed = typedCalls.get(path);
  const lines =
    typed === undefined
      ? [
          "String token = keycloak.tokenManager().getAccessTokenString();",
          `HttpRequest request = HttpRequest.newBuilder(URI.create(${quote(address)}))`,
          '        .header("Authorization", "Bearer " + token).build();',
          "HttpResponse<String> answer =",
          "        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());",
          "if (answer.statusCode() != 200) throw new IllegalStateException(answer.toString());",
          "System.out.println(answer.body());",
        ]
      : [writeCall(`keycloak.realm(${quote(administeredRealm)}).${typed}`)];
  const imports = [
    ...(secret === undefined ? ["java.net.URLEncoder", "java.nio.charset.StandardCharsets"] : []),
    ...(typed === undefined
      ? [
          "java.net.URI",
          "java.net.http.HttpClient",
          "java.net.http.HttpRequest",
          "java.net.http.HttpResponse",
        ]
      : []),
  ].sort();
  return `// Needs org.keycloak:keycloak-admin-client.
${imports.map((name) => `import ${name};\n`).join("")}import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

public class CallKeycloak {
    public static void main(String[] args) throws Exception {
        try (Keycloak keycloak = KeycloakBuilder.builder()
                .serverUrl(${quote(adminBaseUrl)})
                .realm(${quote(realm)})
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(${quote(encodeURIComponent(clientId))})
                .clientSecret(${
                  secret === undefined
                    ? 'URLEncoder.encode(System.getenv("CLIENT_SECRET"), StandardCharsets.UTF_8)'
                    : quote(encodeURIComponent(secret))
                })
                .build()) {
${lines.map((line) => `            ${line}`).join("\n")}
        }
    }
}
`;
}
