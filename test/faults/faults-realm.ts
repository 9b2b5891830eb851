import type { AdminApi } from "../e2e/realm/admin-api.ts";
import { grantRoles } from "../e2e/realm/role-mappings.ts";
import type { Host } from "./host.ts";

/** A realm that cases share, each with a client of its own; others hold roles that must stay. */
export interface FaultsRealm extends Host {
  readonly realm: string;
  readonly realmPath: string;
  /** The client that carries the realm's admin roles. */
  readonly adminClientId: string;
  readonly adminClientUuid: string;
  readonly isMaster: boolean;
  /** Ids of all users that are no service accounts; no case makes one. */
  readonly userIds: readonly string[];
  /** Ids of the roles of the client with the admin roles, by name. */
  readonly adminRoleIds: ReadonlyMap<string, string>;
}

/** Nobody signs in here: a realm without RSA keys is made in a third of the time. */
const components = {
  "org.keycloak.keys.KeyProvider": [
    { name: "hmac", providerId: "hmac-generated", config: { algorithm: ["HS512"] } },
  ],
};

/** The client scope that Keycloak's Admin API will ask for. */
export const adminClientScope = "kc-admin-api";

/** Makes a realm for cases, or takes `master`. */
export async function makeFaultsRealm(host: Host, isMaster = false): Promise<FaultsRealm> {
  const { server, api, tokens } = host;
  const realm = isMaster ? "master" : `faults ${crypto.randomUUID().slice(0, 8)}`;
  const realmPath = `/admin/realms/${encodeURIComponent(realm)}`;
  const adminClientId = isMaster ? "master-realm" : "realm-management";
  if (!isMaster) {
    await api.post("/admin/realms", { realm, enabled: true, components });
    await api.post(`${realmPath}/client-scopes`, {
      name: adminClientScope,
      protocol: "openid-connect",
    });
    await makeBystanders(api, realmPath);
    // A token names the realms that its holder may administer, and up to 26.5 the server goes by that.
    tokens.forgetToken();
  }
  const [adminClient] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=${adminClientId}`,
  );
  const adminClientUuid = adminClient?.id ?? "";
  // Other tests may make and delete users in master.
  const filter = isMaster ? `?exact=true&username=${server.adminUsername}` : "";
  const users = await api.get<{ id: string }[]>(`${realmPath}/users${filter}`);
  const roles = await api.get<{ id: string; name: string }[]>(
    `${realmPath}/clients/${adminClientUuid}/roles`,
  );
  return {
    ...{ server, api, tokens, realm, realmPath, adminClientId, adminClientUuid, isMaster },
    userIds: users.map(({ id }) => id),
    adminRoleIds: new Map(roles.map(({ id, name }) => [name, id])),
  };
}

/** A user and a client that no case is about. */
async function makeBystanders(api: AdminApi, realmPath: string): Promise<void> {
  const userId = await api.post(`${realmPath}/users`, { username: "bystander", enabled: true });
  const clientUuid = await api.post(`${realmPath}/clients`, {
    clientId: "bystander",
    serviceAccountsEnabled: true,
    fullScopeAllowed: false,
  });
  const account = await api.get<{ id: string }>(
    `${realmPath}/clients/${clientUuid}/service-account-user`,
  );
  const roles = { "realm-management": ["view-users", "manage-clients"] };
  await grantRoles(api, realmPath, `${realmPath}/users/${userId}`, roles);
  await grantRoles(api, realmPath, `${realmPath}/users/${account.id}`, roles);
}
