import { forgetRole } from "./effective-roles.ts";
import type { ClientState, RealmState } from "./realm-state.ts";
import { serviceAccountOf } from "./service-account.ts";

/**
 * Deletes a client with its service-account user and its own roles, which vanish from all that holds them.
 *
 * @see [ClientManager.removeClient](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/ClientManager.java)
 */
export function deleteClient(realm: RealmState, client: ClientState): void {
  for (const role of [...client.roles]) forgetRole(realm, role);
  const user = serviceAccountOf(realm, client);
  if (user !== undefined) realm.users.delete(user.id);
  realm.clients.delete(client.id);
}
