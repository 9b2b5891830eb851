import type { Connection } from "./connection.ts";

const quote = (text: string) => JSON.stringify(text);

/** What makes a call, by its path; the parameters are `max` and, for another realm than the client's, `realm`. */
const typedCalls: ReadonlyMap<string, (parameters: readonly string[], realm: string) => string> =
  new Map([
    ["/users", (it) => `users.find(${objectOf(it)})`],
    ["/users/count", ([, ...realm]) => `users.count(${objectOf(realm)})`],
    ["/organizations", (it) => `organizations.find(${objectOf(it)})`],
    ["/clients", (it) => `clients.find(${objectOf(it)})`],
    ["/identity-provider/instances", (it) => `identityProviders.find(${objectOf(it)})`],
    ["/components", ([, ...realm]) => `components.find(${objectOf(realm)})`],
    ["/events", (_, realm) => `realms.findEvents({ realm: ${quote(realm)}, max: 1 })`],
    ["/workflows", ([, ...realm]) => `workflows.find(${objectOf(realm)})`],
    ["/admin/realms/{realm}", (_, realm) => `realms.findOne({ realm: ${quote(realm)} })`],
  ]);

const objectOf = (fields: readonly string[]) =>
  fields.length === 0 ? "" : `{ ${fields.join(", ")} }`;

/**
 * A TypeScript program (an ES module) that makes one call with Keycloak's own client. If it has no
 * method for the call, its token is used.
 *
 * @see [Keycloak Admin Client](https://www.keycloak.org/securing-apps/admin-client)
 */
export function asTypeScript(connection: Connection): string {
  const { adminBaseUrl, realm, clientId, administeredRealm, path, address, secret } = connection;
  const typed = typedCalls.get(path)?.(
    ["max: 1", ...(administeredRealm === realm ? [] : [`realm: ${quote(administeredRealm)}`])],
    administeredRealm,
  );
  const call =
    typed === undefined
      ? `const token = await keycloak.getAccessToken();
const answer = await fetch(${quote(address)}, {
  headers: { authorization: \`Bearer \${token}\` },
});
if (!answer.ok) throw new Error(\`It was answered \${answer.status}.\`);
console.log(await answer.json());`
      : `console.log(await keycloak.${typed});`;
  return `import KeycloakAdminClient from "@keycloak/keycloak-admin-client";

const keycloak = new KeycloakAdminClient({
  baseUrl: ${quote(adminBaseUrl)},
  realmName: ${quote(realm)},
});
await keycloak.auth({
  grantType: "client_credentials",
  clientId: ${quote(clientId)},
  clientSecret: ${secret === undefined ? 'process.env["CLIENT_SECRET"] ?? ""' : quote(secret)},
});
${call}
`;
}
