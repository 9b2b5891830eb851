import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { createAdminApi } from "../../src/keycloak/api/admin-api.ts";
import type { Subject } from "../../src/keycloak/change/read-now.ts";
import { makeEnds } from "./ends/make-ends.ts";
import { adminClientScope, type FaultsRealm } from "./faults-realm.ts";

/** What a case's client is before anything happens. */
export interface Arrangement {
  readonly settings?: ClientRepresentation;
  /** Names of admin roles that its service account holds. */
  readonly holds?: readonly string[];
  /** Whether the client scope of the Admin API is asked for; `optional` where the client has it so. */
  readonly clientScope?: "lacks" | "optional";
  /** Whether the admin roles are those of a client made for the case, so that they may be deleted. */
  readonly ownRoles?: readonly string[];
  /** Admin roles that end in so many days; a workflow of someone else is there beside. */
  readonly ends?: Readonly<Record<number, readonly string[]>>;
}

/** A case's client in a realm. */
export interface Scene extends FaultsRealm, AsyncDisposable {
  readonly clientId: string;
  readonly clientUuid: string;
  readonly clientPath: string;
  readonly asksClientScope: boolean;
  /** In milliseconds since 1970. */
  readonly begunAt: number;
  /** Whether workflows are looked at. */
  readonly watchesEnds: boolean;
}

let last = 0;

/** Makes a client as arranged: `await using scene = await makeScene(realm, arrangement)`. */
export async function makeScene(realm: FaultsRealm, arrangement: Arrangement): Promise<Scene> {
  const { api, realmPath } = realm;
  last += 1;
  // Workers of a test runner count apart.
  const clientId = `case-${last}-${crypto.randomUUID().slice(0, 8)}`;
  const adminClient = await makeRoles(realm, clientId, arrangement.ownRoles);
  const clientUuid = await api.post(`${realmPath}/clients`, {
    clientId,
    publicClient: false,
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    ...arrangement.settings,
  });
  const clientPath = `${realmPath}/clients/${clientUuid}`;
  const { holds = [], clientScope } = arrangement;
  if (holds.length > 0) {
    const { id } = await api.get<{ id: string }>(`${clientPath}/service-account-user`);
    const roles = holds.map((name) => ({ id: adminClient.adminRoleIds.get(name), name }));
    const path = `${realmPath}/users/${id}/role-mappings/clients/${adminClient.adminClientUuid}`;
    await api.post(path, roles);
  }
  if (clientScope === "optional") {
    const scopes = await api.get<{ id: string; name: string }[]>(`${realmPath}/client-scopes`);
    const id = scopes.find(({ name }) => name === adminClientScope)?.id;
    await api.put(`${clientPath}/optional-client-scopes/${id}`, {});
  }
  const begunAt = Date.now();
  const { ends } = arrangement;
  const watchesEnds = ends !== undefined;
  if (watchesEnds) await makeEnds({ ...realm, clientId, clientPath, begunAt }, ends);
  return {
    ...realm,
    ...adminClient,
    ...{ begunAt, watchesEnds },
    clientId,
    clientUuid,
    clientPath,
    asksClientScope: clientScope !== undefined,
    [Symbol.asyncDispose]: async () => {
      // A case may have deleted them, or the realm, itself.
      await api.delete(clientPath).catch(() => undefined);
      if (arrangement.ownRoles === undefined) return;
      await api
        .delete(`${realmPath}/clients/${adminClient.adminClientUuid}`)
        .catch(() => undefined);
    },
  };
}

type AdminClient = Pick<FaultsRealm, "adminClientId" | "adminClientUuid" | "adminRoleIds">;

async function makeRoles(
  { api, realmPath, adminClientId, adminClientUuid, adminRoleIds }: FaultsRealm,
  clientId: string,
  names: readonly string[] | undefined,
): Promise<AdminClient> {
  if (names === undefined) return { adminClientId, adminClientUuid, adminRoleIds };
  const ownId = `${clientId}-roles`;
  const uuid = await api.post(`${realmPath}/clients`, { clientId: ownId });
  const path = `${realmPath}/clients/${uuid}/roles`;
  for (const name of names) await api.post(path, { name });
  const roles = await api.get<{ id: string; name: string }[]>(path);
  return {
    adminClientId: ownId,
    adminClientUuid: uuid,
    adminRoleIds: new Map(roles.map(({ id, name }) => [name, id])),
  };
}

/** The scene's client as the product reads and writes it, at the server's or a gate's address. */
export function subjectOf(scene: Scene, address: string): Subject {
  const { realm, tokens, clientUuid, adminClientId, isMaster, asksClientScope } = scene;
  const options = {
    clientUuid,
    adminClientId,
    isMaster,
    clientIdHint: undefined,
    loginRealm: "demo",
    asksClientScope,
  };
  return { api: createAdminApi(address, realm, tokens), options };
}
