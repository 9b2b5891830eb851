import type { AdminApi } from "../api/admin-api.ts";
import { readStore } from "./read-store.ts";

/** What came of removing a store. */
export type StoreRemoval =
  | { readonly kind: "removed" | "none" | "notKnown" | "notOurs" }
  /** It still has presets, in so many attributes. */
  | { readonly kind: "notEmpty"; readonly count: number };

/**
 * Deletes the client that a realm's presets are stored in, once it has none.
 *
 * @throws AdminApiError when a request fails
 */
export async function removeStore(api: AdminApi): Promise<StoreRemoval> {
  const store = await readStore(api);
  if (store.kind !== "found") return { kind: store.kind };
  if (store.values.size > 0) return { kind: "notEmpty", count: store.values.size };
  await api.call("deleteClient", () => api.clients.del({ id: store.clientUuid }));
  return { kind: "removed" };
}
