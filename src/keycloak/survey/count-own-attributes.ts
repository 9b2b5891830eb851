import { markerPrefix } from "../../access/custom/marker.ts";
import { managedByAttribute } from "../../access/ownership/managed-by.ts";
import { ownershipAttributes } from "../../access/ownership/ownership.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { attributesOf } from "../api/attributes-of.ts";
import { fieldsOf, itemsOf } from "../api/parse-answers.ts";
import { readPages } from "../api/read-pages.ts";

const names = new Set<string>([managedByAttribute, ...Object.values(ownershipAttributes)]);

/** Whether this extension writes an attribute: a client's owner, or which presets of the realm it got. */
const isOwn = (name: string) => names.has(name) || name.startsWith(markerPrefix);

/**
 * Counts the clients of a realm that have attributes which this extension writes: one request for each 100 clients.
 *
 * @returns how many have each, by the attribute's name; undefined if clients may not be seen: without view-clients, a
 *   server may answer with an empty list, and no realm is without clients
 * @throws AdminApiError when a request fails for another reason
 */
export async function countOwnAttributes(
  api: AdminApi,
): Promise<ReadonlyMap<string, number> | undefined> {
  const counts = new Map<string, number>();
  let clients = 0;
  const count = (attributes: ReadonlyMap<string, string>) => {
    clients += 1;
    for (const name of attributes.keys()) {
      if (isOwn(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  };
  try {
    await readPages(
      (page) =>
        api.call("survey", async () =>
          itemsOf(await api.clients.find({ ...page })).map((it) => attributesOf(fieldsOf(it))),
        ),
      (read) => read.forEach(count),
    );
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
  return clients === 0 ? undefined : counts;
}
