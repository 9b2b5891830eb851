/** A page of one client: `#/{realm}/clients/{clientUuid}/{tab}`. */
export interface ClientRoute {
  /** The realm administered, which need not be the one that the administrator signed in to. */
  readonly realm: string;
  readonly clientUuid: string;
  readonly tab: string;
  /** The preset that the address asks to show; it may be anything. */
  readonly preset?: string | undefined;
}

/** The tab's own part of the address. */
export const presetsTab = "service-account-presets";

const clientRoute = /^#\/([^/?]+)\/clients\/(?!client-registration\/)([^/?]+)\/([^/?]+)/;

/**
 * Reads the console's route from the address's fragment.
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
