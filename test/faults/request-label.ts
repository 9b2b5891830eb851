/** The ids that stand in the paths of a case's requests, and what they are called. */
export interface KnownIds {
  readonly clientUuid: string;
  readonly adminClientUuid: string;
}

/**
 * What a request asks for, in words that are the same in every run: ids become what they stand for.
 *
 * @param url the path, with its query, as the server gets it
 */
export function requestLabel(
  method: string,
  url: string,
  { clientUuid, adminClientUuid }: KnownIds,
): string {
  const [path = "", query = ""] = url.split("?");
  const below = path.replace(/^.*\/admin\/realms\/[^/]+/, "");
  const named = below
    .replaceAll(clientUuid, "{client}")
    .replaceAll(adminClientUuid, "{admin}")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}");
  const filter = new URLSearchParams(query).has("clientId") ? "?clientId" : "";
  return `${method} ${named}${filter}`;
}
