/**
 * The page that lists a realm's clients: `#/{realm}/clients` or `#/{realm}/clients/{tab}`. Of its stock
 * tabs one has tabs of its own: `client-registration/{tab}`.
 *
 * @see [ClientRegistration.tsx](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/clients/routes/ClientRegistration.tsx)
 */
export interface ClientsRoute {
  readonly realm: string;
  /** Undefined where the address names none. */
  readonly tab: string | undefined;
}

/** The own tab's part of the address. */
export const serviceAccountsTab = "service-accounts";

const clientsRoute = /^#\/([^/?]+)\/clients(?:\/(client-registration\/[^/?]+|[^/?]*))?\/?(?:\?|$)/;

/**
 * Reads the console's route from the address's fragment.
 *
 * @param hash the fragment, `#` included
 * @returns undefined on every page but that of a realm's clients
 */
export function parseClientsRoute(hash: string): ClientsRoute | undefined {
  const [, realm, tab] = clientsRoute.exec(hash) ?? [];
  if (realm === undefined) return undefined;
  try {
    return {
      realm: decodeURIComponent(realm),
      tab: tab ? decodeURIComponent(tab) : undefined,
    };
  } catch {
    return undefined;
  }
}

/** The fragment of the address of the own tab beside a realm's clients. */
export function formatServiceAccountsRoute(realm: string): string {
  return `#/${encodeURIComponent(realm)}/clients/${serviceAccountsTab}`;
}
