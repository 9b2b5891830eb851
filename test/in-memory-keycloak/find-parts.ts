import type { AdminCall } from "./admin-call.ts";
import type { ClientState, RoleState, UserState } from "./realm-state.ts";
import { forbidden, notFound } from "./refusal.ts";

/**
 * The client that the path names first. Who may not even search for clients is not told that it
 * isn't there.
 *
 * @see [ClientsResource.getClient](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientsResource.java)
 */
export function clientOf({ realm, power, parameters }: AdminCall): ClientState {
  const client = realm.clients.get(parameters[0]);
  if (client !== undefined) return client;
  throw power.canQueryClients ? notFound("Could not find client") : forbidden();
}

/**
 * The user that the path names first, told of likewise.
 *
 * @see [UsersResource.user](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/UsersResource.java)
 */
export function userOf({ realm, power, parameters }: AdminCall): UserState {
  const user = realm.users.get(parameters[0]);
  if (user !== undefined) return user;
  throw power.canQueryUsers ? notFound("User not found") : forbidden();
}

/** The client that the path names second: the container of the roles in question. */
export function containerOf({ realm, parameters }: AdminCall, error: string): ClientState {
  const client = realm.clients.get(parameters[1]);
  if (client === undefined) throw notFound(error);
  return client;
}

/** The role of a container with this name. */
export function roleNamed(
  { roles }: { readonly roles: Iterable<RoleState> },
  name: unknown,
): RoleState | undefined {
  return [...roles].find((role) => role.name === name);
}

/** Lets the call pass only where the caller has the power for it. */
export function requirePower(isAllowed: boolean): void {
  if (!isAllowed) throw forbidden();
}
