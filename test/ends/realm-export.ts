import { exportRealm } from "../e2e/realm/export-realm.ts";
import type { TestBed, TestClient } from "../e2e/realm/test-bed.ts";

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
    realm: await exportRealm<unknown>(`${server.apiUrl}${realmPath}`, await api.token()),
    roles: await testBed.rolesHeldBy(client),
    workflows: await api.get(`${realmPath}/workflows?max=100`),
    scheduled: await api.get(`${realmPath}/workflows/scheduled/${id}`),
  };
}
