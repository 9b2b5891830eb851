import { markerAttribute } from "../../access/custom/marker.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { attributesOf } from "../api/attributes-of.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";
import { readPages } from "../api/read-pages.ts";

/** A client that tells that it got a custom preset. Anyone who may change the client can write that. */
export interface MarkedClient {
  readonly clientUuid: string;
  readonly clientId: string;
  /** Should be the revision that was applied. */
  readonly marker: string;
}

/**
 * Finds the clients that carry the marker of a preset: one request for each 100 clients of the realm.
 *
 * @throws AdminApiError when a request fails
 */
export async function findMarkedClients(
  api: AdminApi,
  presetId: string,
): Promise<readonly MarkedClient[]> {
  const name = markerAttribute(presetId);
  const marked: MarkedClient[] = [];
  await readPages(
    (page) =>
      api.call("survey", async () => itemsOf(await api.clients.find({ ...page })).map(fieldsOf)),
    (clients) => {
      for (const fields of clients) {
        const marker = attributesOf(fields).get(name);
        if (marker === undefined) continue;
        marked.push({
          clientUuid: textOf(fields, "id"),
          clientId: textOf(fields, "clientId"),
          marker,
        });
      }
    },
  );
  return marked;
}
