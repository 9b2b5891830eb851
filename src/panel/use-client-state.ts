import { useCallback, useEffect, useMemo, useState } from "react";
import { type AdminApi, createAdminApi } from "../keycloak/admin-api.ts";
import { type ClientState, readClientState } from "../keycloak/read-snapshot.ts";
import { usePanelContext } from "./panel-context.ts";

/** What the panel knows of the client. */
export type ClientView =
  | ClientState
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly thrown: unknown };

/** The client's state as last read from the server. */
export interface ClientStateHandle {
  readonly api: AdminApi;
  readonly view: ClientView;
  /** Puts a state in place that was read meanwhile. */
  readonly setView: (view: ClientView) => void;
  /** Reads the state anew. */
  readonly load: () => void;
}

/** Reads the client's state when the panel opens, and again when asked to. */
export function useClientState(): ClientStateHandle {
  const { adminBaseUrl, realm, clientUuid, isMaster, isAccountExpected, tokens } =
    usePanelContext();
  const [view, setView] = useState<ClientView>({ kind: "loading" });
  const api = useMemo(
    () => createAdminApi(adminBaseUrl, realm, tokens),
    [adminBaseUrl, realm, tokens],
  );
  const load = useCallback(() => {
    // What is shown stays until there is something newer, and with it the way to undo.
    setView((shown) => (shown.kind === "ready" ? shown : { kind: "loading" }));
    readClientState(api, clientUuid, { isMaster, isAccountExpected }).then(
      setView,
      (thrown: unknown) => setView({ kind: "failed", thrown }),
    );
  }, [api, clientUuid, isMaster, isAccountExpected]);
  useEffect(load, [load]);
  return { api, view, setView, load };
}
