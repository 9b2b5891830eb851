/** The usual client ID of the client that carries fine-grained permissions. */
export const usualPermissionsClient = "admin-permissions";

interface Client {
  readonly clientId: string;
  readonly serviceAccountsEnabled: boolean;
  readonly publicClient: boolean;
  readonly bearerOnly: boolean;
  readonly authorizationSettings?: unknown;
}

/**
 * The clients of a realm as the server makes them where it has fine-grained permissions: their client is made
 * of what the realm says of it, with service accounts on, and what stands among the clients gives it policies
 * alone.
 *
 * @param own what the realm says of that client
 * @see [RealmManager](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/RealmManager.java),
 *   importRealm
 */
export function withPermissionsClient<Of extends Client>(
  clients: readonly Of[],
  own: Of | undefined,
  isEnabled: boolean,
): readonly Of[] {
  if (own === undefined && !isEnabled) return clients;
  const clientId = own?.clientId ?? usualPermissionsClient;
  const listed = clients.filter((it) => it.clientId === clientId);
  const made = own ? [{ ...own, authorizationSettings: undefined }, ...listed] : listed;
  return [
    ...clients.filter((it) => it.clientId !== clientId),
    ...made.map((it) => ({
      ...it,
      ...{ serviceAccountsEnabled: true, publicClient: false, bearerOnly: false },
    })),
  ];
}
