import type { Answer, ContractServer, NewClient, Send } from "../../contract/contract-server.ts";
import { createAdminApi, requestToken } from "../realm/admin-api.ts";
import { quickRealm } from "../realm/quick-realm.ts";
import type { Deployment } from "./deployment.ts";

const password = "password of an administrator";

/** Half of what a token of `admin-cli` lives in `master`. */
const tokenAge = 30_000;

/** A running Keycloak as contract cases take a server. */
export function createContractServer(server: Deployment): ContractServer {
  const api = createAdminApi(server);
  let ofServer: { readonly token: Promise<string>; readonly until: number } | undefined;

  const serverToken = () => {
    if (ofServer === undefined || ofServer.until < Date.now()) {
      const token = signIn("master", server.adminUsername, server.adminPassword);
      ofServer = { token, until: Date.now() + tokenAge };
    }
    return ofServer.token;
  };

  const sendAs =
    (token: () => Promise<string>, realmPath: string): Send =>
    async (method, path, body): Promise<Answer> => {
      const response = await fetch(server.apiUrl + realmPath + path, {
        method,
        headers: {
          authorization: `Bearer ${await token()}`,
          "content-type": "application/json",
          // Some resources would answer in YAML.
          accept: "application/json",
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    };

  const signIn = (realm: string, username: string, secret: string) =>
    requestToken(server, realm, {
      grant_type: "password",
      client_id: "admin-cli",
      username,
      password: secret,
    });

  return {
    makeRealm: async () => {
      const name = `Contract ${crypto.randomUUID().slice(0, 8)}`;
      const path = `/admin/realms/${encodeURIComponent(name)}`;
      await api.post("/admin/realms", { realm: name, ...quickRealm });
      const [adminClient] = await api.get<{ id: string }[]>(
        `${path}/clients?clientId=realm-management`,
      );
      const adminClientUuid = adminClient?.id ?? "";
      const adminRoles = await api.get<{ id: string; name: string }[]>(
        `${path}/clients/${adminClientUuid}/roles`,
      );
      let last = 0;
      let isThere = true;
      const remove = async () => {
        if (isThere) await api.delete(path);
        isThere = false;
      };
      const makeRole = async (container: string, role: string) => {
        await api.post(`${container}/roles`, { name: role });
        // Not by its name: a name such as ".." would ask for something else.
        const roles = await api.get<{ id: string; name: string }[]>(`${container}/roles`);
        return { id: roles.find((it) => it.name === role)?.id ?? "", name: role };
      };
      return {
        name,
        adminClientUuid,
        send: sendAs(serverToken, path),
        sendUnknown: sendAs(async () => "nobody's", path),
        makeClient: (client: NewClient) => api.post(`${path}/clients`, client),
        deleteClient: (uuid) => api.delete(`${path}/clients/${uuid}`),
        makeAdministrator: async (names) => {
          last += 1;
          const username = `administrator-${last}`;
          const userId = await api.post(`${path}/users`, {
            username,
            enabled: true,
            firstName: "Test",
            lastName: "Person",
            email: `${username}@example.org`,
            emailVerified: true,
            credentials: [{ type: "password", value: password, temporary: false }],
          });
          const roles = adminRoles.filter((role) => names.includes(role.name));
          if (roles.length > 0) {
            await api.post(
              `${path}/users/${userId}/role-mappings/clients/${adminClientUuid}`,
              roles,
            );
          }
          const token = await signIn(name, username, password);
          return {
            userId,
            send: sendAs(async () => token, path),
            sendOutside: sendAs(async () => token, ""),
          };
        },
        enableUser: (userId, enabled) => api.put(`${path}/users/${userId}`, { enabled }),
        deleteUser: (userId) => api.delete(`${path}/users/${userId}`),
        makeRealmRole: (role) => makeRole(path, role),
        makeClientRole: (uuid, role) => makeRole(`${path}/clients/${uuid}`, role),
        addComposites: async ({ id }, included) => {
          await api.post(`${path}/roles-by-id/${id}/composites`, included);
        },
        renameRole: ({ id }, newName) => api.put(`${path}/roles-by-id/${id}`, { name: newName }),
        deleteRole: ({ id }) => api.delete(`${path}/roles-by-id/${id}`),
        makeGroup: async (clientUuid, roles, parentId) => {
          last += 1;
          const parent = parentId === undefined ? "/groups" : `/groups/${parentId}/children`;
          const id = await api.post(path + parent, { name: `group-${last}` });
          await api.post(`${path}/groups/${id}/role-mappings/clients/${clientUuid}`, roles);
          return id;
        },
        joinGroup: (userId, groupId) => api.put(`${path}/users/${userId}/groups/${groupId}`, {}),
        makeClientScope: async (scope, clientUuid, roles) => {
          const id = await api.post(`${path}/client-scopes`, {
            name: scope,
            protocol: "openid-connect",
          });
          await api.post(`${path}/client-scopes/${id}/scope-mappings/clients/${clientUuid}`, roles);
          return id;
        },
        delete: remove,
        [Symbol.asyncDispose]: remove,
      };
    },
  };
}
