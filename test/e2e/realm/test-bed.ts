import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { Deployment } from "../servers/deployment.ts";
import { type AdminApi, createAdminApi, requestToken } from "./admin-api.ts";
import { type ClientKind, representationOf } from "./client-kind.ts";
import { quickRealm } from "./quick-realm.ts";
import { grantRoles, type RolesByContainer, rolesMappedTo } from "./role-mappings.ts";

/** A client of a test's realm. */
export interface TestClient {
  readonly clientId: string;
  readonly clientUuid: string;
  /** Empty where the client has none. */
  readonly secret: string;
}

/** Somebody who can sign in. */
export interface TestUser {
  readonly realm: string;
  readonly userId: string;
  readonly username: string;
  readonly password: string;
}

/** A realm of one test alone, which vanishes with all it holds when the test ends. */
export interface TestBed extends AsyncDisposable {
  readonly server: Deployment;
  readonly realm: string;
  /** The path of the realm in the Admin API: `/admin/realms/{realm}`. */
  readonly realmPath: string;
  /** The server as its bootstrap administrator sees it, for what has no method here. */
  readonly api: AdminApi;
  /** The role that Keycloak itself gives every account of the realm, service accounts too. */
  readonly defaultRole: string;
  readonly createClient: (kind: ClientKind, settings?: ClientRepresentation) => Promise<TestClient>;
  /** The secrets of the clients made here: pages may show them, nothing may store or log them. */
  readonly clientSecrets: () => readonly string[];
  readonly createUser: (username: string) => Promise<TestUser>;
  /** Makes a user with roles of `realm-management`, who may sign in at the realm's own console. */
  readonly createAdministrator: (
    username: string,
    adminRoles: readonly string[],
  ) => Promise<TestUser>;
  readonly enableOrganizations: () => Promise<void>;
  /** An access token that the client itself takes with its secret. */
  readonly tokenOf: (client: TestClient) => Promise<string>;
  /** The status that the server answers to a call of the Admin API, its path below the realm's. */
  readonly callStatus: (token: string, method: string, path: string) => Promise<number>;
  /** As {@link callStatus}, with a fresh token of the client: "may this client call it now?" */
  readonly statusForClient: (client: TestClient, method: string, path: string) => Promise<number>;
  /**
   * All roles that are mapped to the client's service account, sorted: realm roles by their name,
   * client roles as `realm-management/view-users`.
   */
  readonly rolesHeldBy: (client: TestClient) => Promise<readonly string[]>;
  /** Maps roles to the client's service account, as an administrator did earlier. */
  readonly grant: (client: TestClient, roles: RolesByContainer) => Promise<void>;
  /** Deletes something outside of the realm when the test ends: until then its page may read it. */
  readonly deleteAtEnd: (path: string) => void;
}

/**
 * Makes a realm on a server: `await using testBed = await createTestBed(server)`.
 *
 * @param realmName how the realm's name begins; what makes it unique is added. It may be hostile.
 */
export async function createTestBed(server: Deployment, realmName = "story"): Promise<TestBed> {
  const api = createAdminApi(server);
  const realm = `${realmName}-${crypto.randomUUID().slice(0, 8)}`;
  const realmPath = `/admin/realms/${encodeURIComponent(realm)}`;
  await api.post("/admin/realms", {
    ...quickRealm,
    realm,
    adminTheme: "service-account-presets",
  });

  const secrets: string[] = [];
  const pathsToDelete = [realmPath];
  const serviceAccountPath = async ({ clientUuid }: TestClient) => {
    const path = `${realmPath}/clients/${clientUuid}/service-account-user`;
    const { id } = await api.get<{ id: string }>(path);
    return `${realmPath}/users/${id}`;
  };
  const callStatus: TestBed["callStatus"] = async (token, method, path) => {
    const headers = { authorization: `Bearer ${token}` };
    const url = `${server.apiUrl}${realmPath}${path}`;
    const response = await fetch(url, { method, headers });
    await response.arrayBuffer();
    return response.status;
  };
  const tokenOf = ({ clientId, secret }: TestClient) =>
    requestToken(server, realm, {
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: secret,
    });
  const createUser = async (username: string) => {
    const password = `password of ${username}`;
    const userId = await api.post(`${realmPath}/users`, {
      username,
      enabled: true,
      // A complete profile: else the first sign-in asks for what is missing.
      firstName: "Test",
      lastName: "Person",
      email: `${username}@example.org`,
      emailVerified: true,
      credentials: [{ type: "password", value: password, temporary: false }],
    });
    return { realm, userId, username, password };
  };

  return {
    server,
    realm,
    realmPath,
    api,
    defaultRole: `default-roles-${realm.toLowerCase()}`,
    createClient: async (kind, settings = {}) => {
      const representation = { ...representationOf(kind), ...settings };
      const clientUuid = await api.post(`${realmPath}/clients`, representation);
      const path = `${realmPath}/clients/${clientUuid}`;
      const { clientId = "", secret = "" } = await api.get<ClientRepresentation>(path);
      if (secret !== "") secrets.push(secret);
      return { clientId, clientUuid, secret };
    },
    clientSecrets: () => secrets,
    createUser,
    createAdministrator: async (username, adminRoles) => {
      const user = await createUser(username);
      const path = `${realmPath}/users/${user.userId}`;
      await grantRoles(api, realmPath, path, { "realm-management": adminRoles });
      return user;
    },
    enableOrganizations: () => api.put(realmPath, { organizationsEnabled: true }),
    tokenOf,
    callStatus,
    statusForClient: async (client, method, path) =>
      callStatus(await tokenOf(client), method, path),
    rolesHeldBy: async (client) => rolesMappedTo(api, await serviceAccountPath(client)),
    grant: async (client, roles) =>
      grantRoles(api, realmPath, await serviceAccountPath(client), roles),
    deleteAtEnd: (path) => {
      pathsToDelete.unshift(path);
    },
    [Symbol.asyncDispose]: async () => {
      for (const path of pathsToDelete) await api.delete(path);
    },
  };
}
