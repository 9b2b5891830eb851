import type { TestBed, TestClient } from "./test-bed.ts";

/** All that decides about a client's calls: its role mappings, its scope and its default client scopes. */
export async function accessOf(testBed: TestBed, client: TestClient): Promise<readonly string[]> {
  const { api, realmPath } = testBed;
  const [management] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=realm-management`,
  );
  const path = `${realmPath}/clients/${client.clientUuid}/scope-mappings/clients/${management?.id}`;
  const scope = (await api.get<{ name: string }[]>(path)).map(({ name }) => `in scope: ${name}`);
  const scopes = await api.get<{ name: string }[]>(
    `${realmPath}/clients/${client.clientUuid}/default-client-scopes`,
  );
  const clientScopes = scopes.map(({ name }) => `client scope: ${name}`);
  return [...(await testBed.rolesHeldBy(client)), ...scope.sort(), ...clientScopes.sort()];
}
