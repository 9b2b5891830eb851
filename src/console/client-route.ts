/** A page of one client: `#/{realm}/clients/{clientUuid}/{tab}`. */
export interface ClientRoute {
  /** The administered realm, which can differ from the realm of the administrator. */
  readonly realm: string;
  readonly clientUuid: string;
  readonly tab: string;
  /** The preset in the address; it can be any text. */
  readonly preset?: string | undefined;
}

/** The tab's part of the address. */
export const presetsTab = "service-account-presets";

const clientRoute = /^#\/([^/?]+)\/clients\/(?!client-registration\/)([^/?]+)\/([^/?]+)/;

/**
 * Parses the console's route from the address's fragment.
 *
 * @param hash the fragment, `#` included
 * @returns undefined on every page but those of one client
 */
export function parseClientRoute(hash: string): ClientRoute | undefined {
  const [, realm, clientUuid, tab] = clientRoute.exec(hash) ?? [];
  if (!realm || !clientUuid || !tab) return undefined;
  try {
    return {
      realm: decodeURIComponent(realm),
      clientUuid: decodeURIComponent(clientUuid),
      tab: decodeURIComponent(tab),
      preset: new URLSearchParams(hash.split("?").at(1)).get("preset") || undefined,
    };
  } catch {
    return undefined;
  }
}

/** The fragment of the address of a client's tab. */
export function formatClientRoute({ realm, clientUuid, tab, preset }: ClientRoute): string {
  const path = [realm, "clients", clientUuid, tab].map(encodeURIComponent).join("/");
  return `#/${path}${preset === undefined ? "" : `?preset=${encodeURIComponent(preset)}`}`;
}
