import { adminClientScopeName } from "../../src/catalog/server/admin-client-scope.ts";
import type { TestBed } from "../e2e/realm/test-bed.ts";

/** Clients that people and scripts sign in to the Admin API with. */
const stockClients = ["admin-cli", "security-admin-console"];

/**
 * Does to a realm what the upgrade to 26.8.2 does: it gets the client scope for the Admin API, which the two
 * stock clients have by default and no other client gets.
 *
 * @see [MigrateTo26_8_2](https://www.keycloak.org/docs-api/26.8.2/javadocs/org/keycloak/migration/migrators/package-summary.html)
 * @see [Which clients get it](https://issues.apache.org/jira/browse/CAMEL-26902)
 */
export async function migrateRealm({ api, realmPath }: TestBed): Promise<void> {
  const scopeId = await api.post(`${realmPath}/client-scopes`, {
    name: adminClientScopeName,
    protocol: "openid-connect",
    attributes: { "include.in.token.scope": "true" },
  });
  for (const clientId of stockClients) {
    const [client] = await api.get<{ id: string }[]>(`${realmPath}/clients?clientId=${clientId}`);
    await api.put(`${realmPath}/clients/${client?.id}/default-client-scopes/${scopeId}`, undefined);
  }
}
