import { exportRealm } from "../e2e/realm/export-realm.ts";
import type { TestBed, TestClient } from "../e2e/realm/test-bed.ts";

/** An export with its lists of names sorted: after a restart, the server has those of client scopes in another order. */
function inAnyOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === "string")
      ? value.toSorted()
      : value.map(inAnyOrder);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inAnyOrder(item)]));
}

/**
 * All that a change with an end could leave: the realm's own export without what differs by itself, what the client's
 * account holds, and workflows with what is scheduled.
 */
export async function realmExport(testBed: TestBed, client: TestClient): Promise<unknown> {
  const { api, realmPath, server } = testBed;
  const { id } = await api.get<{ id: string }>(
    `${realmPath}/clients/${client.clientUuid}/service-account-user`,
  );
  return {
    realm: inAnyOrder(await exportRealm(`${server.apiUrl}${realmPath}`, await api.token())),
    roles: await testBed.rolesHeldBy(client),
    workflows: await api.get(`${realmPath}/workflows?max=100`),
    scheduled: await api.get(`${realmPath}/workflows/scheduled/${id}`),
  };
}
