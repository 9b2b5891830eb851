import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import { programSecret } from "../document/add-program.ts";
import { bystanderClient, type MadeDocument } from "../document/make-document.ts";
import { management } from "../document/parts.ts";
import { callsOf } from "./client-calls.ts";
import type { AccountPower, ClientPower, Power } from "./power.ts";

interface Client {
  readonly id: string;
  readonly clientId: string;
  readonly serviceAccountsEnabled: boolean;
}

interface Named {
  readonly name: string;
}

/** What is asked, and where. */
export interface Oracle {
  readonly api: AdminApi;
  /** Where the Admin API is, without a slash at the end. */
  readonly baseUrl: string;
  /** Names of the roles that count as power. */
  readonly adminRoles: ReadonlySet<string>;
}

/** The names of the admin roles that a new realm has. */
export async function readAdminRoles(api: AdminApi, realm: string): Promise<ReadonlySet<string>> {
  await api.post("/admin/realms", { realm });
  try {
    const path = `/admin/realms/${realm}/clients`;
    const [client] = await api.get<Client[]>(`${path}?clientId=${management}`);
    const roles = await api.get<Named[]>(`${path}/${client?.id}/roles`);
    return new Set(roles.map(({ name }) => name));
  } finally {
    await api.delete(`/admin/realms/${realm}`);
  }
}

/** Roles of a user that count, in effect, as the server says. */
async function effectiveRoles(
  { api, adminRoles }: Oracle,
  path: string,
  userId: string,
  managementUuid: string,
): Promise<readonly string[]> {
  const of = `${path}/users/${userId}/role-mappings/clients/${managementUuid}/composite`;
  const names = (await api.get<Named[]>(of)).map(({ name }) => name);
  return names.filter((name) => adminRoles.has(name)).sort();
}

/** The service accounts of a realm: those that the document has, and those that the server made. */
async function findAccounts(
  oracle: Oracle,
  path: string,
  { programs }: MadeDocument,
  clients: readonly Client[],
): Promise<readonly AccountPower[]> {
  const { api } = oracle;
  const managementUuid = clients.find(({ clientId }) => clientId === management)?.id ?? "";
  const linked = new Map(programs.flatMap((it) => (it.userId ? [[it.clientId, it.userId]] : [])));
  const found: AccountPower[] = [];
  for (const { id, clientId, serviceAccountsEnabled } of clients) {
    const known = linked.get(clientId);
    if (known === undefined && !serviceAccountsEnabled) continue;
    const user = await api.get<{ id: string; enabled: boolean }>(
      known === undefined ? `${path}/clients/${id}/service-account-user` : `${path}/users/${known}`,
    );
    const roles = await effectiveRoles(oracle, path, user.id, managementUuid);
    found.push({ clientId, userId: user.id, isEnabled: user.enabled, roles });
  }
  return found;
}

/** What a token says; nothing where it can't be read. */
function claimsOf(token: string): {
  readonly sub?: string;
  readonly resource_access?: Readonly<Record<string, { readonly roles?: readonly string[] }>>;
} {
  const [, payload = ""] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString());
}

/** Signs a client in with its secret, and makes some calls with its own token. */
async function tryClient(
  { api, baseUrl, adminRoles }: Oracle,
  { realmName, bystanderId }: MadeDocument,
  bystanderUuid: string,
  { id, clientId }: Client,
  userId: string | undefined,
): Promise<ClientPower> {
  const realmPath = `/admin/realms/${encodeURIComponent(realmName)}`;
  const optional = await api.get<Named[]>(`${realmPath}/clients/${id}/optional-client-scopes`);
  const response = await fetch(
    `${baseUrl}/realms/${encodeURIComponent(realmName)}/protocol/openid-connect/token`,
    {
      method: "POST",
      body: new URLSearchParams({
        ...{ grant_type: "client_credentials", client_id: clientId },
        client_secret: programSecret,
        scope: optional.map(({ name }) => name).join(" "),
      }),
    },
  );
  if (!response.ok) {
    await response.arrayBuffer();
    return { clientId, isSignedIn: false, isOtherUser: false, inToken: [], calls: [] };
  }
  const token = String((await response.json()).access_token);
  const claims = claimsOf(token);
  const inToken = claims.resource_access?.[management]?.roles ?? [];
  const calls: string[] = [];
  for (const { name, method, path, body } of callsOf({ clientId, bystanderId, bystanderUuid })) {
    const answer = await fetch(`${baseUrl}${realmPath}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    if (answer.ok) calls.push(name);
  }
  return {
    ...{ clientId, isSignedIn: true, calls },
    isOtherUser: claims.sub !== undefined && claims.sub !== userId,
    inToken: inToken.filter((name) => adminRoles.has(name)).sort(),
  };
}

/** Imports a document, finds out what its programs can do, and deletes its realm. */
export async function findPower(oracle: Oracle, document: MadeDocument): Promise<Power> {
  const { api } = oracle;
  const path = `/admin/realms/${encodeURIComponent(document.realmName)}`;
  try {
    await api.post("/admin/realms", document.realm);
  } catch (thrown) {
    const because = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: "refused", because };
  }
  try {
    const clients = await api.get<Client[]>(`${path}/clients?max=1000`);
    const accounts = await findAccounts(oracle, path, document, clients);
    const bystanderUuid = clients.find(({ clientId }) => clientId === bystanderClient)?.id ?? "";
    const tried = [];
    for (const client of clients) {
      const account = accounts.find((it) => it.clientId === client.clientId);
      if (account === undefined) continue;
      tried.push(await tryClient(oracle, document, bystanderUuid, client, account.userId));
    }
    return { kind: "imported", accounts, clients: tried };
  } finally {
    await api.delete(path);
  }
}
