import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import type { Deployment } from "../../../test/e2e/servers/deployment.ts";
import { type Browser, newBrowser } from "../../escalations/browser.ts";
import {
  adminConsole,
  fillSignIn,
  takeTokenInBrowser,
} from "../../escalations/sign-in-by-browser.ts";
import { factors, type State } from "../state/factors.ts";

type Rights = State["rights"];

/** The admin roles of each kind of administrator in a realm; undefined where it has all that there are. */
const rolesOf: Readonly<Record<Rights, readonly string[] | undefined>> = {
  // By the role of `master`, which has those of every realm.
  realmAdmin: [],
  allOtherRoles: undefined,
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
  /** Gives those of some kinds their rights in a realm. */
  readonly letIn: (realm: string, who: ReadonlySet<Rights>) => Promise<void>;
}

const password = "password of an administrator";

/** Half of what a token of the console lives. */
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
  const admin = await api.get<object>(`${master}/roles/admin`);
  await api.post(`${master}/users/${ids.get("realmAdmin")}/role-mappings/realm`, [admin]);
  const place = { baseUrl: server.apiUrl, realm: "master" };
  const console = adminConsole(place);
  const signIn = (rights: Rights, browser: Browser) =>
    takeTokenInBrowser(place, browser, console, {
      answer: (page) =>
        fillSignIn(browser, page, console.redirectUri, {
          ...{ name: usernameOf(rights), secret: password },
        }),
    });
  const tokens = new Map(factors.rights.map((rights) => [rights, renewing(rights, signIn)]));
  return {
    tokensOf: (rights) => {
      const found = tokens.get(rights);
      if (found === undefined) throw new Error(`No administrator has the rights ${rights}.`);
      return found;
    },
    letIn: async (realm, who) => {
      const query = new URLSearchParams({ clientId: `${realm}-realm` });
      const [client] = await api.get<{ id: string }[]>(`${master}/clients?${query}`);
      const all = await api.get<{ id: string; name: string }[]>(
        `${master}/clients/${client?.id}/roles`,
      );
      for (const [rights, id] of ids) {
        // A token names the realms that its holder may administer, and up to 26.5 the server goes by that.
        tokens.get(rights)?.forgetToken();
        if (!who.has(rights) || rights === "realmAdmin") continue;
        const roles = all.filter((role) => rolesOf[rights]?.includes(role.name) ?? true);
        await api.post(`${master}/users/${id}/role-mappings/clients/${client?.id}`, roles);
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const id of ids.values()) await api.delete(`${master}/users/${id}`);
    },
  };
}

/** Tokens of the console's own client, as the product takes them: the server tells some things to the console alone. */
function renewing(
  rights: Rights,
  signIn: (rights: Rights, browser: Browser) => Promise<string>,
): Tokens {
  const browser = newBrowser();
  let token: { readonly text: Promise<string>; readonly until: number } | undefined;
  return {
    accessToken: () => {
      if (token === undefined || token.until < Date.now()) {
        token = { text: signIn(rights, browser), until: Date.now() + tokenAge };
      }
      return token.text;
    },
    forgetToken: () => {
      token = undefined;
    },
  };
}
