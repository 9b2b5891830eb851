import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import type { MadeEnd } from "../oracle/true-ends.ts";
import { factors, rolesOfPower } from "../state/factors.ts";
import type { NumberedState } from "../state/random-states.ts";
import {
  accountOf,
  formerClientId,
  hasSwitch,
  isRenamedLater,
  managementClient,
  namesOf,
} from "./client-of-state.ts";
import { makeAgain, makeEnds } from "./make-ends.ts";
import { realmOfStates } from "./realm-of-states.ts";
import { defaultRoleOf, type StockRole } from "./roles-of-realm.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A state with the client that is in it. */
export interface MadeState extends NumberedState {
  readonly clientUuid: string;
  /** The workflows of this extension that were made for it. */
  readonly ends: readonly MadeEnd[];
}

/** A realm that was made for states. */
export interface StatesRealm {
  readonly realm: string;
  /** Its path in the Admin API. */
  readonly path: string;
  /** The UUID of `realm-management`. */
  readonly managementUuid: string;
  /** A client and a user that calls ask for. */
  readonly fixtureClientUuid: string;
  readonly fixtureUserId: string;
  readonly states: readonly MadeState[];
}

/**
 * Makes a realm with a client in each of the states, which have the same realm switches and roles.
 *
 * @throws where the server refuses a part of it
 */
export async function makeRealm(
  api: AdminApi,
  realm: string,
  states: readonly NumberedState[],
  stock: readonly StockRole[],
): Promise<StatesRealm> {
  await api.post("/admin/realms", realmOfStates(realm, states, stock));
  const path = `/admin/realms/${encodeURIComponent(realm)}`;
  const clients = await api.get<{ id: string; clientId: string }[]>(`${path}/clients`);
  const uuidOf = (clientId: string) =>
    clients.find((client) => client.clientId === clientId)?.id ?? "";
  const managementUuid = uuidOf(managementClient);
  const adminRoles = await api.get<Named[]>(`${path}/clients/${managementUuid}/roles`);
  const [fixture] = await api.get<{ id: string }[]>(`${path}/users?username=fixture&exact=true`);
  const imported = states.map((it) => ({
    ...it,
    clientUuid: uuidOf(isRenamedLater(it.state) ? formerClientId(it.clientId) : it.clientId),
  }));
  for (const { state, clientUuid, clientId } of imported) {
    if (!isRenamedLater(state)) continue;
    // All of it: up to Keycloak 26.0, what a PUT leaves out is switched off.
    const whole = await api.get<object>(`${path}/clients/${clientUuid}`);
    await api.put(`${path}/clients/${clientUuid}`, { ...whole, clientId });
  }
  const made: MadeState[] = [];
  for (const it of imported)
    made.push({ ...it, ends: await endsOf(api, path, it, defaultRoleOf(realm)) });
  for (const { state, clientUuid } of made) {
    if (state.account !== "missing" || !hasSwitch(state)) continue;
    // The import has made it.
    const { id } = await api.get<{ id: string }>(
      `${path}/clients/${clientUuid}/service-account-user`,
    );
    await api.delete(`${path}/users/${id}`);
  }
  await makeClientScopes(api, path, managementUuid, adminRoles, made);
  return {
    ...{ realm, path, managementUuid, states: made },
    fixtureClientUuid: uuidOf("fixture"),
    fixtureUserId: fixture?.id ?? "",
  };
}

/** Makes the workflows of a state whose account is there; one without an account can have none. */
async function endsOf(
  api: AdminApi,
  path: string,
  state: Omit<MadeState, "ends">,
  defaultRole: string,
): Promise<readonly MadeEnd[]> {
  const { state: factorsOf, clientUuid, clientId } = state;
  const { ends, account } = factorsOf;
  if (ends === "none" || (account === "missing" && !hasSwitch(factorsOf))) return [];
  const { id: userId } = await api.get<{ id: string }>(
    `${path}/clients/${clientUuid}/service-account-user`,
  );
  const end = await makeEnds(api, path, { userId, clientId }, factorsOf);
  if (ends === "formerAccount" && account !== "missing") {
    const user = accountOf(state, defaultRole);
    await makeAgain(api, path, userId, { ...user, serviceAccountClientId: clientId });
  }
  return end === undefined ? [] : [end];
}

const chosen = (roles: readonly Named[], names: readonly string[]) =>
  roles.filter(({ name }) => names.includes(name));

async function makeClientScopes(
  api: AdminApi,
  path: string,
  managementUuid: string,
  adminRoles: readonly Named[],
  states: readonly MadeState[],
): Promise<void> {
  const inScope = states.filter(({ state }) => state.scope === "clientScope");
  for (const power of factors.power) {
    const clients = inScope.filter(({ state }) => state.power === power);
    if (clients.length === 0) continue;
    const name = namesOf(power).clientScope;
    const scope = await api.post(`${path}/client-scopes`, { name, protocol: "openid-connect" });
    await api.post(
      `${path}/client-scopes/${scope}/scope-mappings/clients/${managementUuid}`,
      chosen(adminRoles, rolesOfPower[power]),
    );
    for (const { clientUuid } of clients) {
      await api.put(`${path}/clients/${clientUuid}/default-client-scopes/${scope}`, {});
    }
  }
}
