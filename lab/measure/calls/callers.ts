import type { TokenOf } from "../fixtures/fixture.ts";
import { createLab, type Lab } from "../lab.ts";
import { masterRoles } from "./master-roles.ts";

const tokenLifespanSeconds = 36_000;

/** The settings of a client whose tokens outlive the measurement. */
export function callerNamed(clientId: string, secret: string) {
  return {
    clientId,
    secret,
    serviceAccountsEnabled: true,
    attributes: { "access.token.lifespan": String(tokenLifespanSeconds) },
  };
}

interface Credentials {
  readonly clientId: string;
  readonly secret: string;
}

/** Takes an access token with a client's own credentials. */
export async function requestToken(
  baseUrl: string,
  realm: string,
  client: Credentials,
): Promise<string> {
  const response = await fetch(`${baseUrl}/realms/${realm}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: client.clientId,
      client_secret: client.secret,
    }),
  });
  const answer: { access_token?: string } = JSON.parse(await response.text());
  if (answer.access_token === undefined) {
    throw new Error(`${client.clientId} of ${realm} got no token: ${JSON.stringify(answer)}`);
  }
  return answer.access_token;
}

/**
 * Access tokens of confidential clients of the realm, one for each set of admin roles, made when
 * first asked for: its service account holds exactly these roles of `realm-management`. The caller with
 * a realm role of `master` is a client of that realm.
 */
export async function createCallers(lab: Lab): Promise<TokenOf> {
  const [management] = await lab.read<{ id: string }[]>("/clients?clientId=realm-management");
  const container = management?.id ?? "";
  const available = await lab.read<{ id: string; name: string }[]>(`/clients/${container}/roles`);
  const byName = new Map(available.map((role) => [role.name, role]));
  const clients = new Map<string, Promise<Credentials>>();
  const tokens = new Map<string, Promise<string>>();

  async function makeClient(roles: readonly string[]): Promise<Credentials> {
    const client = callerNamed(`caller-${lab.name()}`, "secret");
    const clientUuid = await lab.create("/clients", client);
    const { id } = await lab.read<{ id: string }>(`/clients/${clientUuid}/service-account-user`);
    const mapped = roles.map((name) => byName.get(name));
    await lab.send("POST", `/users/${id}/role-mappings/clients/${container}`, mapped);
    // Testing the mail server sends a mail to the caller.
    await lab.send("PUT", `/users/${id}`, { email: `${client.clientId}@example.org` });
    return client;
  }

  return async (roles, { isNew = false } = {}) => {
    if (roles === "administrator") return lab.adminToken;
    const key = roles.join(" ");
    const isOfMaster = masterRoles.includes(key);
    const client =
      clients.get(key) ?? (isOfMaster ? makeClientOfMaster(lab, key) : makeClient(roles));
    clients.set(key, client);
    const known = isNew ? undefined : tokens.get(key);
    const realm = isOfMaster ? "master" : lab.realm;
    const token = known ?? requestToken(lab.baseUrl, realm, await client);
    tokens.set(key, token);
    return await token;
  };
}

/** A client of `master` whose service account holds one realm role beside those that each account has. */
async function makeClientOfMaster(
  { baseUrl, adminToken, has }: Lab,
  role: string,
): Promise<Credentials> {
  const master = createLab({ baseUrl, realm: "master", adminToken, has });
  const client = callerNamed(`caller-${crypto.randomUUID()}`, "secret");
  const clientUuid = await master.create("/clients", client);
  const { id } = await master.read<{ id: string }>(`/clients/${clientUuid}/service-account-user`);
  const mapped = await master.read<{ id: string; name: string }>(`/roles/${role}`);
  await master.send("POST", `/users/${id}/role-mappings/realm`, [mapped]);
  await master.send("PUT", `/users/${id}`, { email: `${client.clientId}@example.org` });
  return client;
}
