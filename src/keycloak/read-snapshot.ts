import {
  type ClientSettings,
  type Role,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../access/snapshot.ts";
import type { ContainerKey } from "../catalog/presets.ts";
import type { AdminApi } from "./admin-api.ts";
import { AdminApiError } from "./admin-api-error.ts";
import { parseClient, parseClients, parseRoles, parseUserId } from "./parse-answers.ts";

/** A client as the tab finds it. */
export type ClientState =
  | { readonly kind: "clientNotFound" }
  | { readonly kind: "noServiceAccountPossible"; readonly client: ClientSettings }
  | { readonly kind: "serviceAccountOff"; readonly client: ClientSettings }
  | { readonly kind: "ready"; readonly snapshot: Snapshot };

/** What is known before the first request. */
export interface ReadOptions {
  readonly isMaster: boolean;
  readonly isAccountExpected: boolean;
}

const keys = (roles: readonly Role[]): readonly RoleKey[] => roles.map(roleKey);

const nothingWhenRefused = (thrown: unknown) => {
  if (thrown instanceof AdminApiError && ["refused", "notFound"].includes(thrown.failure)) {
    return undefined;
  }
  throw thrown;
};

/**
 * Reads what the tab shows of a client, in two waves of requests and with none that grows with the
 * realm: the client, the client that carries the realm's admin roles, and the service-account user;
 * then the roles and what the account holds of them.
 *
 * In the `master` realm the admin roles are on client `master-realm`, in every other realm on
 * `realm-management`.
 *
 * @param isAccountExpected whether the page shows that the client has a service account. Only then is
 *   it asked for before the client is known: the server answers 400 where there is none, and the
 *   browser would print that as an error.
 * @throws AdminApiError when a request fails
 * @see [Dedicated realm admin consoles](https://www.keycloak.org/docs/latest/server_admin/#_per_realm_admin_permissions)
 */
export async function readClientState(
  api: AdminApi,
  clientUuid: string,
  { isMaster, isAccountExpected }: ReadOptions,
): Promise<ClientState> {
  const adminClientId = isMaster ? "master-realm" : "realm-management";
  const readAccount = () =>
    api
      .call("readServiceAccount", async () =>
        parseUserId(await api.clients.getServiceAccountUser({ id: clientUuid })),
      )
      .catch(nothingWhenRefused);
  const [client, adminClient, expectedUserId] = await Promise.all([
    api.call("readClient", async () => {
      const found: unknown = await api.clients.findOne({ id: clientUuid });
      return found === null ? undefined : parseClient(found);
    }),
    api.call("findAdminClient", async () =>
      parseClients(await api.clients.find({ clientId: adminClientId })).find(
        ({ clientId }) => clientId === adminClientId,
      ),
    ),
    isAccountExpected ? readAccount() : undefined,
  ]);
  if (client === undefined) return { kind: "clientNotFound" };
  if (client.protocol !== "openid-connect" || client.bearerOnly) {
    return { kind: "noServiceAccountPossible", client };
  }
  if (!client.serviceAccountsEnabled || client.publicClient) {
    return { kind: "serviceAccountOff", client };
  }
  const userId = expectedUserId ?? (await readAccount());
  if (userId === undefined) return { kind: "serviceAccountOff", client };
  if (adminClient === undefined) {
    throw new AdminApiError({ attempt: "findAdminClient", failure: "notFound" });
  }
  return {
    kind: "ready",
    snapshot: await readHoldings(api, client, adminClient, userId, isMaster),
  };
}

async function readHoldings(
  api: AdminApi,
  client: ClientSettings,
  adminClient: ClientSettings,
  userId: string,
  isMaster: boolean,
): Promise<Snapshot> {
  const read = async (
    attempt: string,
    container: ContainerKey,
    request: () => Promise<unknown>,
  ): Promise<readonly Role[]> =>
    api.call(attempt, async () => parseRoles(container, await request()));
  const ofAdminClient = { id: userId, clientUniqueId: adminClient.clientUuid };
  const ofRealm = { id: userId };
  const { users, clients } = api;
  const none = async (): Promise<readonly Role[]> => [];
  const [roles, mapped, effective, grantable, inScope, ...ofMaster] = await Promise.all([
    read("listRoles", "admin", () => clients.listRoles({ id: adminClient.clientUuid })),
    read("readMappings", "admin", () => users.listClientRoleMappings(ofAdminClient)),
    read("readEffective", "admin", () => users.listCompositeClientRoleMappings(ofAdminClient)),
    read("readAvailable", "admin", () => users.listAvailableClientRoleMappings(ofAdminClient)),
    client.fullScopeAllowed
      ? undefined
      : read("readScope", "admin", () =>
          clients.evaluatePermission({
            id: client.clientUuid,
            roleContainer: adminClient.clientUuid,
            type: "granted",
            scope: "",
          }),
        ),
    ...(isMaster
      ? [
          read("readMappings", "realm", () => users.listRealmRoleMappings(ofRealm)),
          read("readEffective", "realm", () => users.listCompositeRealmRoleMappings(ofRealm)),
          read("readAvailable", "realm", () => users.listAvailableRealmRoleMappings(ofRealm)),
        ]
      : [none(), none(), none()]),
  ]);
  const [realmMapped = [], realmEffective = [], realmGrantable = []] = ofMaster;
  const all = [...roles, ...realmMapped, ...realmEffective, ...realmGrantable];
  return {
    client,
    adminClient,
    isMaster,
    serviceAccountUserId: userId,
    roles: new Map(all.map((role) => [roleKey(role), role])),
    mapped: new Set(keys([...mapped, ...realmMapped])),
    effective: new Set(keys([...effective, ...realmEffective])),
    grantable: new Set(keys([...grantable, ...realmGrantable])),
    inScope: inScope === undefined ? undefined : new Set(keys(inScope)),
  };
}
