import type { Answer, ContractServer, Send } from "../../contract/contract-server.ts";
import { createInMemoryKeycloak } from "../../in-memory-keycloak/create-in-memory-keycloak.ts";

/** The in-memory Keycloak as contract cases take a server, empty at first. */
export function createContractServer(): ContractServer {
  const keycloak = createInMemoryKeycloak();
  keycloak.master.makeAdministrator({ token: "server admin", realmRoles: ["admin"] });
  let last = 0;

  const sendAs = (token: string, realm?: string): Send => {
    const below = realm === undefined ? "" : `/admin/realms/${encodeURIComponent(realm)}`;
    const base = `https://keycloak.example.org/auth${below}`;
    return async (method, path, body): Promise<Answer> => {
      const response = await keycloak.fetch(base + path, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    };
  };

  return {
    makeRealm: async () => {
      last += 1;
      const name = `contract ${last}`;
      const realm = keycloak.makeRealm(name);
      let isThere = true;
      const remove = async () => {
        if (isThere) keycloak.deleteRealm(name);
        isThere = false;
      };
      return {
        name,
        adminClientUuid: realm.adminClientUuid,
        send: sendAs("server admin", name),
        sendUnknown: sendAs("nobody's", name),
        makeClient: async (client) => realm.makeClient(client),
        deleteClient: async (uuid) => realm.deleteClient(uuid),
        makeAdministrator: async (adminRoles) => {
          last += 1;
          const token = `administrator ${last}`;
          const userId = realm.makeAdministrator({ token, adminRoles });
          return { userId, send: sendAs(token, name), sendOutside: sendAs(token) };
        },
        enableUser: async (userId, isEnabled) => realm.enableUser(userId, isEnabled),
        deleteUser: async (userId) => realm.deleteUser(userId),
        makeRealmRole: async (role) => realm.makeRealmRole(role),
        makeClientRole: async (uuid, role) => realm.makeClientRole(uuid, role),
        addComposites: async (role, included) =>
          realm.addComposites(
            role.id,
            included.map(({ id }) => id),
          ),
        renameRole: async (role, newName) => realm.renameRole(role.id, newName),
        deleteRole: async (role) => realm.deleteRole(role.id),
        makeGroup: async (_clientUuid, roles, parentId) => {
          last += 1;
          const id = realm.makeGroup(`group ${last}`, parentId);
          realm.mapRoles(
            id,
            roles.map((role) => role.id),
          );
          return id;
        },
        joinGroup: async (userId, groupId) => realm.joinGroup(userId, groupId),
        makeClientScope: async (scope, _clientUuid, roles) =>
          realm.makeClientScope(
            scope,
            "openid-connect",
            roles.map((role) => role.id),
          ),
        delete: remove,
        [Symbol.asyncDispose]: remove,
      };
    },
  };
}
