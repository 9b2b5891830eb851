import type { TokenSource } from "../../src/keycloak/api/admin-api.ts";
import { type AdminApi, createAdminApi, requestToken } from "../e2e/realm/admin-api.ts";
import { grantRoles } from "../e2e/realm/role-mappings.ts";
import type { Deployment } from "../e2e/servers/deployment.ts";

/** A server that cases run on, and who they are there. */
export interface Host {
  readonly server: Deployment;
  /** For what cases arrange and look at, past the gate. */
  readonly api: AdminApi;
  /** For the product: those of an administrator of the whole server. */
  readonly tokens: TokenSource;
}

/** The tokens live for 60 s. */
const tokenAge = 40_000;

/**
 * Prepares a server for cases: `await using host = await openHost(server)`. The administrator is a
 * client, whose tokens cost little: checking a password is made slow on purpose.
 */
export async function openHost(server: Deployment): Promise<Host & AsyncDisposable> {
  const api = createAdminApi(server);
  const clientId = `faults-${crypto.randomUUID()}`;
  const secret = crypto.randomUUID();
  const master = "/admin/realms/master";
  const uuid = await api.post(`${master}/clients`, {
    ...{ clientId, secret, publicClient: false, serviceAccountsEnabled: true },
  });
  const account = await api.get<{ id: string }>(`${master}/clients/${uuid}/service-account-user`);
  await grantRoles(api, master, `${master}/users/${account.id}`, { realm: ["admin"] });
  let token: { readonly text: Promise<string>; readonly until: number } | undefined;
  const tokens = {
    accessToken: () => {
      if (token === undefined || token.until < Date.now()) {
        const form = { grant_type: "client_credentials", client_id: clientId };
        const text = requestToken(server, "master", { ...form, client_secret: secret });
        token = { text, until: Date.now() + tokenAge };
      }
      return token.text;
    },
    forgetToken: () => {
      token = undefined;
    },
  };
  const close = () => api.delete(`${master}/clients/${uuid}`);
  return { server, api, tokens, [Symbol.asyncDispose]: close };
}
