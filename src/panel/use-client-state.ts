import { useCallback, useEffect, useMemo, useState } from "react";
import { adminClientId } from "../access/admin-client-id.ts";
import type { Snapshot } from "../access/snapshot.ts";
import { minorOfConsole } from "../catalog/minor-of-console.ts";
import { createAdminApi } from "../keycloak/admin-api.ts";
import { type ClientState, readClientState } from "../keycloak/read-client-state.ts";
import type { Subject } from "../keycloak/read-now.ts";
import { type PageClient, usePanelContext } from "./panel-context.ts";

/** What the panel knows of the client. */
export type ClientView =
  | ClientState
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly thrown: unknown };

/** The client's state as last read from the server. */
export interface ClientStateHandle {
  readonly subject: Subject;
  readonly view: ClientView;
  /** Puts a state in place that was read meanwhile. */
  readonly setView: (view: ClientView) => void;
  /** Puts a part of the snapshot in place that was read meanwhile. */
  readonly amend: (part: Partial<Snapshot>) => void;
  /** Reads the state anew. */
  readonly load: () => void;
  /** The realm whose admin roles are looked at: another than the client's own only in `master`. */
  readonly administeredRealm: string;
  readonly administer: (realm: string) => void;
}

/** What was read last on this page. */
let last: Snapshot | undefined;

/** What was read last of a client; undefined where that was of another one. */
function lastOf({ clientUuid, adminClientId }: Subject["options"]): Snapshot | undefined {
  const isSame =
    last?.client.clientUuid === clientUuid && last.adminClient.clientId === adminClientId;
  return isSame ? last : undefined;
}

/** Reads the client's state when the panel opens, and again when asked to. */
export function useClientState({ clientUuid, isAccountExpected }: PageClient): ClientStateHandle {
  const { adminBaseUrl, realm, isMaster, consoleScript, tokens } = usePanelContext();
  const [view, setView] = useState<ClientView>({ kind: "loading" });
  const [administeredRealm, administer] = useState(realm);
  const subject = useMemo(
    (): Subject => ({
      api: createAdminApi(adminBaseUrl, realm, tokens),
      options: {
        clientUuid,
        adminClientId: adminClientId(isMaster, administeredRealm),
        isMaster: isMaster && administeredRealm === realm,
        isAccountExpected,
        // From Keycloak 26.8 on the Admin API may ask for a client scope.
        asksClientScope: minorOfConsole(consoleScript) === undefined,
      },
    }),
    [
      adminBaseUrl,
      realm,
      clientUuid,
      isMaster,
      administeredRealm,
      isAccountExpected,
      consoleScript,
      tokens,
    ],
  );
  const load = useCallback(() => {
    let isCurrent = true;
    const show = (read: ClientView) => {
      if (read.kind === "ready") last = read.snapshot;
      if (isCurrent) setView(read);
    };
    setView({ kind: "loading" });
    const { api, options } = subject;
    readClientState(api, options, lastOf(options)).then(show, (thrown: unknown) =>
      show({ kind: "failed", thrown }),
    );
    // What was asked of another realm must not be shown as this one's.
    return () => {
      isCurrent = false;
    };
  }, [subject]);
  const amend = useCallback(
    (part: Partial<Snapshot>) =>
      setView((shown) =>
        shown.kind === "ready" ? { ...shown, snapshot: { ...shown.snapshot, ...part } } : shown,
      ),
    [],
  );
  useEffect(load, [load]);
  return { subject, view, setView, amend, load, administeredRealm, administer };
}
