import type MappingsRepresentation from "@keycloak/keycloak-admin-client/lib/defs/mappingsRepresentation.js";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation.js";
import type { AdminApi } from "./admin-api.ts";

/** Role names by their container: a client ID, or `realm` for realm roles. */
export type RolesByContainer = Readonly<Record<string, readonly string[]>>;

/**
 * Reads the server's own list of all roles that are mapped to a user.
 *
 * @returns the names, sorted: realm roles plain, client roles as `clientId/name`.
 */
export async function rolesMappedTo(api: AdminApi, userPath: string): Promise<readonly string[]> {
  const path = `${userPath}/role-mappings`;
  const { realmMappings, clientMappings } = await api.get<MappingsRepresentation>(path);
  const ofClients: readonly { client: string; mappings: RoleRepresentation[] }[] = Object.values(
    clientMappings ?? {},
  );
  const names = [
    ...(realmMappings ?? []).map(({ name }) => name ?? ""),
    ...ofClients.flatMap(({ client, mappings }) => mappings.map(({ name }) => `${client}/${name}`)),
  ];
  return names.sort();
}

/** Maps roles to a user, as an administrator would by hand. */
export async function grantRoles(
  api: AdminApi,
  realmPath: string,
  userPath: string,
  roles: RolesByContainer,
): Promise<void> {
  for (const [container, names] of Object.entries(roles)) {
    const isRealm = container === "realm";
    const containerUuid = isRealm ? "" : await clientUuidOf(api, realmPath, container);
    const containerPath = isRealm ? realmPath : `${realmPath}/clients/${containerUuid}`;
    const all = await api.get<RoleRepresentation[]>(`${containerPath}/roles`);
    const chosen = names.map((name) => {
      const role = all.find((it) => it.name === name);
      if (role === undefined) throw new Error(`${container} has no role ${name}.`);
      return role;
    });
    const target = isRealm ? "realm" : `clients/${containerUuid}`;
    await api.post(`${userPath}/role-mappings/${target}`, chosen);
  }
}

async function clientUuidOf(api: AdminApi, realmPath: string, clientId: string): Promise<string> {
  const path = `${realmPath}/clients?clientId=${encodeURIComponent(clientId)}`;
  const [client] = await api.get<{ id: string }[]>(path);
  if (client === undefined) throw new Error(`The realm has no client ${clientId}.`);
  return client.id;
}
