import { useMemo, useState } from "react";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import type { Store } from "../../access/custom/store-of.ts";
import type { CustomPresets, Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { itemsOf } from "../../keycloak/api/parse-answers.ts";
import type { ReadPresets } from "../../keycloak/custom/read-realm-presets.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { useAsync } from "../context/use-async.ts";

/** The presets of the client's realm, as far as they are known. */
export type CustomHandle =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly thrown: unknown }
  | { readonly kind: "done"; readonly store: Store };

const noPresets: CustomPresets = {
  presets: [],
  containers: [],
  unseen: new Set(),
  complete: async (snapshot) => ({ ...snapshot, custom: noPresets }),
};

/** Most realms have none: what reads presets is loaded only where there is a client that may have some. */
async function read(api: AdminApi, snapshot: Snapshot): Promise<ReadPresets> {
  const found = await api.call("readClient", async () =>
    itemsOf(await api.clients.find({ clientId: storeClientId })),
  );
  if (found.length === 0) {
    // Who sees the client with the admin roles sees this one too.
    const complete = (shown: Snapshot) => ({ ...shown, custom: noPresets });
    return { store: { kind: "none" }, complete };
  }
  const { readRealmPresets, escapeInvisible } = await import("../presets/dialogs.ts");
  return readRealmPresets(api, snapshot, {
    adminClientId: snapshot.adminClient.clientId,
    isInMaster: api.realm === "master",
    visible: escapeInvisible,
  });
}

/**
 * Reads the presets that operators made in the client's realm, once the client is shown, and completes the snapshot by
 * them: one request where there are none.
 *
 * @param snapshot the snapshot as it was read
 */
export function useCustomPresets(
  snapshot: Snapshot,
  { subject: { api }, amend }: Pick<ClientStateHandle, "subject" | "amend">,
): CustomHandle {
  // The snapshot is complete by then, and asks for nothing more.
  const [store, setStore] = useState<Store>();
  const load = useMemo(
    () =>
      snapshot.custom === undefined
        ? async (signal: AbortSignal) => {
            const found = await read(api, snapshot);
            if (signal.aborted) return;
            setStore(found.store);
            amend(found.complete);
          }
        : undefined,
    [snapshot, api, amend],
  );
  const { state } = useAsync<void>(load);
  if (state.kind === "failed") return state;
  return store === undefined ? { kind: "loading" } : { kind: "done", store };
}
