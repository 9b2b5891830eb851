import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import type { TriedChange } from "../truth.ts";

/** An administrator who tries something. */
export interface Actor {
  readonly baseUrl: string;
  readonly accessToken: () => Promise<string>;
}

/** A role on the server. */
export interface RoleOnServer {
  readonly id: string;
  readonly name: string;
  /** The end of the address of role mappings of its container, such as `realm`. */
  readonly at: string;
  /** Its name with that of its client. */
  readonly shownAs: string;
}

/** What is tried. */
export interface PresetToTry {
  readonly path: string;
  readonly clientUuid: string;
  readonly userId: string | undefined;
  /** Roles that aren't in effect, and such as are to go. */
  readonly lacking: readonly RoleOnServer[];
  readonly left: readonly RoleOnServer[];
}

/**
 * Has an administrator assign roles to the account of a client, and unassign others, each by itself. Where service accounts
 * are off, or the client is public, the administrator first tries to turn them on.
 *
 * @throws where the server answers with neither success nor refusal
 */
export async function tryPreset(
  api: AdminApi,
  actor: Actor,
  { path, clientUuid, userId, lacking, left }: PresetToTry,
): Promise<TriedChange> {
  const address = `${path}/clients/${clientUuid}`;
  const account = await enable(api, actor, address);
  const user = userId ?? (account === "blocked" ? undefined : await accountOf(api, address));
  if (user === undefined) return { account, hasAccount: false, assigned: [], unassigned: [] };
  const tryEach = async (method: "POST" | "DELETE", roles: readonly RoleOnServer[]) => {
    const done: string[] = [];
    for (const { at, shownAs, ...role } of roles) {
      const mappings = `${path}/users/${user}/role-mappings/${at}`;
      if (await isAllowed(actor, method, mappings, [role])) done.push(shownAs);
    }
    return done.sort();
  };
  const assigned = await tryEach("POST", lacking);
  return { account, hasAccount: true, assigned, unassigned: await tryEach("DELETE", left) };
}

interface Switches {
  readonly serviceAccountsEnabled: boolean;
  readonly publicClient: boolean;
}

async function enable(
  api: AdminApi,
  actor: Actor,
  address: string,
): Promise<TriedChange["account"]> {
  const whole = await api.get<Switches>(address);
  if (whole.serviceAccountsEnabled && !whole.publicClient) return "asIs";
  const enabled = { ...whole, serviceAccountsEnabled: true, publicClient: false };
  return (await isAllowed(actor, "PUT", address, enabled)) ? "turnedOn" : "blocked";
}

/** The account of a client whose service accounts are on: the server makes a missing one. */
const accountOf = async (api: AdminApi, address: string) =>
  (await api.get<{ id: string }>(`${address}/service-account-user`)).id;

/** Whether an administrator's request is answered; it is sent again where the database gave a transaction up. */
async function isAllowed(
  actor: Actor,
  method: string,
  path: string,
  body: unknown,
  attempts = 3,
): Promise<boolean> {
  const response = await fetch(actor.baseUrl + path, {
    method,
    headers: {
      authorization: `Bearer ${await actor.accessToken()}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.ok) return true;
  if (response.status === 403 || response.status === 404) return false;
  if (response.status === 500 && attempts > 1) {
    return isAllowed(actor, method, path, body, attempts - 1);
  }
  throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
}
