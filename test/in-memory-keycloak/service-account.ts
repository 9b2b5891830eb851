import { serviceAccountScopeName } from "./built-in-roles.ts";
import type { ClientState, RealmState, UserState } from "./realm-state.ts";
import { Refusal } from "./refusal.ts";

type RealmOfAccount = Pick<RealmState, "clientScopes" | "users" | "defaultRole">;

/** The service-account user of a client, where there is one. */
export function serviceAccountOf(
  { users }: Pick<RealmState, "users">,
  client: ClientState,
): UserState | undefined {
  return [...users.values()].find((user) => user.serviceAccountOf === client);
}

const usernameFor = ({ settings }: ClientState) =>
  `service-account-${settings.clientId.toLowerCase()}`;

/** Gives the service-account user the name that goes with the client's ID, which may have changed. */
export function renameServiceAccount(realm: RealmOfAccount, client: ClientState): void {
  const user = serviceAccountOf(realm, client);
  if (user !== undefined) user.username = usernameFor(client);
}

/**
 * Makes the service-account user of a client, which holds the realm's default role as every user does.
 *
 * @see [ClientManager.enableServiceAccount](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/ClientManager.java)
 */
export function addServiceAccount(
  newId: () => string,
  realm: RealmOfAccount,
  client: ClientState,
): void {
  for (const scope of realm.clientScopes.values()) {
    if (scope.name === serviceAccountScopeName) client.defaultScopes.add(scope);
  }
  if (serviceAccountOf(realm, client) !== undefined) return;
  if ([...realm.users.values()].some(({ username }) => username === usernameFor(client))) {
    throw new Refusal(409, "conflict", "Duplicate resource error");
  }
  const user: UserState = {
    id: newId(),
    username: usernameFor(client),
    enabled: true,
    createdTimestamp: Date.now(),
    serviceAccountOf: client,
    roles: new Set([realm.defaultRole]),
    groups: new Set(),
  };
  realm.users.set(user.id, user);
}

/**
 * Deletes the service-account user of a client with everything that is mapped to it.
 *
 * @see [ClientResource.updateClientServiceAccount](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientResource.java)
 */
export function removeServiceAccount(realm: RealmOfAccount, client: ClientState): void {
  for (const scope of client.defaultScopes) {
    if (scope.name === serviceAccountScopeName) client.defaultScopes.delete(scope);
  }
  const user = serviceAccountOf(realm, client);
  if (user !== undefined) realm.users.delete(user.id);
}
