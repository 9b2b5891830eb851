import type { TestBed, TestClient } from "../e2e/realm/test-bed.ts";

/**
 * All that a change with an end could leave: the realm's own export without what differs by itself, what the client's
 * account holds, and workflows with what is scheduled.
 */
export async function realmExport(testBed: TestBed, client: TestClient): Promise<unknown> {
  const { api, realmPath, server } = testBed;
  const send = async (method: string, path: string) => {
    const headers = { authorization: `Bearer ${await api.token()}`, accept: "application/json" };
    const answer = await fetch(`${server.apiUrl}${realmPath}${path}`, { method, headers });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}.`);
    return answer.json();
  };
  const realm = await send("POST", "/partial-export?exportClients=true&exportGroupsAndRoles=true");
  const { id } = await send("GET", `/clients/${client.clientUuid}/service-account-user`);
  return {
    realm,
    roles: await testBed.rolesHeldBy(client),
    workflows: await send("GET", "/workflows?max=100"),
    scheduled: await send("GET", `/workflows/scheduled/${id}`),
  };
}
