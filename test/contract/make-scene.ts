import assert from "node:assert/strict";
import type { ContractRealm, ContractServer, RoleName } from "./contract-server.ts";
import { rolesIn } from "./names-in.ts";

/** A realm with a client whose service account is on, and the paths of what it holds. */
export interface Scene extends AsyncDisposable {
  readonly realm: ContractRealm;
  readonly clientUuid: string;
  /** The service-account user. */
  readonly userId: string;
  /** `/clients/{uuid}` */
  readonly client: string;
  /** `/users/{id}/role-mappings/clients/{uuid of the client with the admin roles}` */
  readonly adminMappings: string;
  /** `/users/{id}/role-mappings/realm` */
  readonly realmMappings: string;
  /** The admin roles with these names. */
  readonly adminRoles: (...names: readonly string[]) => readonly RoleName[];
}

/** Makes a scene: `await using scene = await makeScene(server)`. */
export async function makeScene(
  server: ContractServer,
  settings: { readonly fullScopeAllowed?: boolean } = {},
): Promise<Scene> {
  const realm = await server.makeRealm();
  const { send, adminClientUuid } = realm;
  const clientUuid = await realm.makeClient({
    clientId: "api",
    serviceAccountsEnabled: true,
    ...settings,
  });
  const client = `/clients/${clientUuid}`;
  const userId = await serviceAccountUserId(realm, clientUuid);
  const all = rolesIn(await send("GET", `/clients/${adminClientUuid}/roles`));
  return {
    realm,
    clientUuid,
    userId,
    client,
    adminMappings: `/users/${userId}/role-mappings/clients/${adminClientUuid}`,
    realmMappings: `/users/${userId}/role-mappings/realm`,
    adminRoles: (...names) =>
      names.map((name) => {
        const role = all.find((it) => it.name === name);
        assert.ok(role, `There is an admin role ${name}.`);
        return { id: role.id, name };
      }),
    [Symbol.asyncDispose]: () => realm[Symbol.asyncDispose](),
  };
}

/** The id of a client's service-account user, as the server tells it. */
export async function serviceAccountUserId(
  { send }: ContractRealm,
  clientUuid: string,
): Promise<string> {
  const { status, body } = await send("GET", `/clients/${clientUuid}/service-account-user`);
  assert.equal(status, 200);
  assert.ok(typeof body === "object" && body !== null && "id" in body);
  return String(body.id);
}
