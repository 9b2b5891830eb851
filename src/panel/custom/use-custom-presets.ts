import { useMemo, useState } from "react";
import type { Store } from "../../access/custom/store-of.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { useAsync } from "../context/use-async.ts";

/** The presets of the client's realm, as far as they are known. */
export type CustomHandle =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly thrown: unknown }
  | { readonly kind: "done"; readonly store: Store };

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
            const { readRealmPresets, escapeInvisible } = await import("./read.ts");
            const found = await readRealmPresets(api, snapshot, {
              adminClientId: snapshot.adminClient.clientId,
              isInMaster: api.realm === "master",
              visible: escapeInvisible,
            });
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
