import { Suspense, useMemo, useState } from "react";
import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import type { Store } from "../../access/custom/store-of.ts";
import type { CustomPresets, Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { itemsOf } from "../../keycloak/api/parse-answers.ts";
import type { ReadPresets as Found } from "../../keycloak/custom/read-realm-presets.ts";
import type { Translate } from "../../texts/translate.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { Alert } from "../parts/patternfly/alert.ts";

const StoreProblems = lazily(() =>
  import("../presets/dialogs.ts").then((module) => module.StoreProblems),
);

const noPresets: CustomPresets = {
  presets: [],
  containers: [],
  unseen: new Set(),
  visible: String,
  complete: async (snapshot) => ({ ...snapshot, custom: noPresets }),
};

/** Most realms have none: what reads presets is loaded only where there is a client that may have some. */
async function read(t: Translate, api: AdminApi, snapshot: Snapshot): Promise<Found> {
  const found = await api.call("readClient", async () =>
    itemsOf(await api.clients.find({ clientId: storeClientId })),
  );
  if (found.length === 0) {
    // Who sees the client with the admin roles sees this one too.
    const complete = (shown: Snapshot) => ({ ...shown, custom: noPresets });
    return { store: { kind: "none" }, complete };
  }
  const { readRealmPresets, storeInAnswer, presetPlaceOf, escapeInvisible, doubtsAbout } =
    await import("../presets/dialogs.ts");
  const options = {
    ...presetPlaceOf(api, snapshot.adminClient.clientId),
    visible: escapeInvisible,
    doubtsAbout: (presets: readonly CustomPreset[]) => doubtsAbout(t, presets),
  };
  return readRealmPresets(api, snapshot, options, storeInAnswer(found));
}

interface ReadPresetsProps {
  /** The snapshot as it was read. */
  readonly snapshot: Snapshot;
  readonly handle: Pick<ClientStateHandle, "subject" | "amend">;
  readonly onRead: (store: Store) => void;
}

/**
 * Reads the presets that operators made in the client's realm, once the client is shown, and completes the snapshot by
 * them: one request where there are none. Shows why that failed, and what is wrong with them.
 */
export function ReadPresets({ snapshot, handle, onRead }: ReadPresetsProps) {
  const t = useTranslate();
  const { subject, amend } = handle;
  const { api } = subject;
  const [store, setStore] = useState<Store>();
  const load = useMemo(
    () =>
      snapshot.custom === undefined
        ? async (signal: AbortSignal) => {
            const found = await read(t, api, snapshot);
            if (signal.aborted) return;
            setStore(found.store);
            onRead(found.store);
            amend(found.complete);
          }
        : undefined,
    [t, snapshot, api, amend, onRead],
  );
  const { state } = useAsync<void>(load);
  if (state.kind !== "failed") {
    return store === undefined || store.kind === "none" ? null : (
      <Suspense>
        <StoreProblems store={store} />
      </Suspense>
    );
  }
  const { reason } = describeProblem(t, state.thrown, t("group.custom"));
  return (
    <Alert
      component="p"
      variant="warning"
      isInline
      isPlain
      title={t("ownPreset.notRead", { reason })}
      data-testid="ownPresetsNotRead"
    />
  );
}
