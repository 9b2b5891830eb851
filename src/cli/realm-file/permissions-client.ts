/** The usual client ID of the client with fine-grained permissions. */
export const usualPermissionsClient = "admin-permissions";

interface Client {
  readonly clientId: string;
  readonly serviceAccountsEnabled: boolean;
  readonly publicClient: boolean;
  readonly bearerOnly: boolean;
  readonly authorizationSettings?: unknown;
}

/**
 * The clients of a realm as the server creates them with fine-grained permissions: it creates their
 * client from the realm's own field, with service accounts on. Its entry in the list of clients
 * only adds policies.
 *
 * @param own the realm's own field for that client
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
