import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import { requestToken } from "../../../test/e2e/realm/admin-api.ts";
import type { Deployment } from "../../../test/e2e/servers/deployment.ts";
import { factors, type State } from "../state/factors.ts";

type Rights = State["rights"];

/** The admin roles of each kind of administrator; undefined where it has all that there are. */
const rolesOf: Readonly<Record<Rights, readonly string[] | undefined>> = {
  realmAdmin: undefined,
  viewer: ["view-realm", "view-users", "view-clients", "view-events"],
  viewClients: ["view-clients"],
  manageUsersViewClients: ["manage-users", "view-clients"],
  viewUsersViewClients: ["view-users", "view-clients"],
  manageClients: ["manage-clients"],
};

/** Access tokens of an administrator, as the product takes them. */
export interface Tokens {
  readonly accessToken: () => Promise<string>;
  readonly forgetToken: () => void;
}

/** People of `master` who look at the realms of a run, one for each kind of rights. */
export interface Administrators extends AsyncDisposable {
  readonly tokensOf: (rights: Rights) => Tokens;
  /** Gives each the rights of its kind in a realm. */
  readonly letIn: (realm: string) => Promise<void>;
}

const password = "password of an administrator";

/** Half of what a token of `admin-cli` lives in `master`. */
const tokenAge = 30_000;

/**
 * Makes the administrators of a run. They are of `master`: those of a realm that is disabled, or asks for HTTPS,
 * couldn't sign in.
 *
 * @param name what their names begin with
 * @see [Global roles of the master realm](https://www.keycloak.org/docs/latest/server_admin/#_master_realm_access_control)
 */
export async function makeAdministrators(
  server: Deployment,
  api: AdminApi,
  name: string,
): Promise<Administrators> {
  const master = "/admin/realms/master";
  const usernameOf = (rights: Rights) => `${name}-${rights.toLowerCase()}`;
  const ids = new Map<Rights, string>();
  for (const rights of factors.rights) {
    const username = usernameOf(rights);
    const person = { firstName: "Test", lastName: "Person", email: `${username}@example.org` };
    const credentials = [{ type: "password", value: password, temporary: false }];
    const user = { username, ...person, emailVerified: true, enabled: true, credentials };
    ids.set(rights, await api.post(`${master}/users`, user));
  }
  return {
    tokensOf: (rights) => {
      let token: { readonly text: Promise<string>; readonly until: number } | undefined;
      return {
        accessToken: () => {
          if (token === undefined || token.until < Date.now()) {
            const form = {
              ...{ grant_type: "password", client_id: "admin-cli" },
              ...{ username: usernameOf(rights), password },
            };
            token = { text: requestToken(server, "master", form), until: Date.now() + tokenAge };
          }
          return token.text;
        },
        forgetToken: () => {
          token = undefined;
        },
      };
    },
    letIn: async (realm) => {
      const query = new URLSearchParams({ clientId: `${realm}-realm` });
      const [client] = await api.get<{ id: string }[]>(`${master}/clients?${query}`);
      const all = await api.get<{ id: string; name: string }[]>(
        `${master}/clients/${client?.id}/roles`,
      );
      for (const [rights, id] of ids) {
        const roles = all.filter((role) => rolesOf[rights]?.includes(role.name) ?? true);
        await api.post(`${master}/users/${id}/role-mappings/clients/${client?.id}`, roles);
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const id of ids.values()) await api.delete(`${master}/users/${id}`);
    },
  };
}
