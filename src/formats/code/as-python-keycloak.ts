import type { Connection } from "./connection.ts";

/** The method that makes a call, by its path. */
const typedCalls: ReadonlyMap<string, string> = new Map([
  ["/users", 'get_users({"max": 1})'],
  ["/users/count", "users_count()"],
  ["/organizations", 'get_organizations({"max": 1})'],
  ["/clients", "get_clients()"],
  ["/identity-provider/instances", "get_idps()"],
  ["/components", "get_components()"],
  ["/events", 'get_events({"max": 1})'],
  ["/admin/realms/{realm}", "get_realm(connection.realm_name)"],
]);

/**
 * A Python program that makes one call with the library python-keycloak. If that has no method for
 * the call, its session gets the address, which is relative to the server's. The escapes of JSON are
 * Python's too.
 *
 * @see [python-keycloak](https://python-keycloak.readthedocs.io/en/latest/)
 */
export function asPythonKeycloak(connection: Connection): string {
  const { adminBaseUrl, realm, administeredRealm, clientId, path, address, secret } = connection;
  const quote = (text: string) => JSON.stringify(text);
  const typed = typedCalls.get(path);
  const call =
    typed === undefined
      ? `answer = connection.raw_get(${quote(address.slice(adminBaseUrl.length + 1))})
answer.raise_for_status()
print(answer.text)`
      : `print(KeycloakAdmin(connection=connection).${typed})`;
  return `# Needs python-keycloak: pip install python-keycloak
import os
from keycloak import ${typed === undefined ? "" : "KeycloakAdmin, "}KeycloakOpenIDConnection

connection = KeycloakOpenIDConnection(
    server_url=${quote(`${adminBaseUrl}/`)},
    realm_name=${quote(administeredRealm)},
    user_realm_name=${quote(realm)},
    client_id=${quote(clientId)},
    client_secret_key=${secret === undefined ? 'os.environ["CLIENT_SECRET"]' : quote(secret)},
)
${call}
`;
}
