import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { userIdOf } from "../../access/model/account.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import type { Account, Snapshot } from "../../access/model/snapshot.ts";
import type { Subject } from "../../keycloak/change/read-now.ts";
import { readClientState } from "../../keycloak/client/read-client-state.ts";
import { type PageClient, usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { subjectOf } from "./subject-of.ts";

/** What the panel knows of the client. */
export type ClientView =
  | ClientState
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly thrown: unknown };

/** The client's state as last read from the server. */
export interface ClientStateHandle {
  readonly subject: Subject;
  readonly view: ClientView;
  /** Puts a state in place that was read meanwhile, unless another realm is looked at by now. */
  readonly setView: (state: ClientState) => void;
  /** Completes the snapshot by what was read meanwhile. */
  readonly amend: (complete: (shown: Snapshot) => Snapshot) => void;
  /** Reads the state with the account that the server linked to the client, whatever its name. */
  readonly loadLinked: (account: Account) => void;
  /** Reads the state anew. */
  readonly load: () => void;
  /** The realm whose admin roles are looked at: another than the client's own only in `master`. */
  readonly administeredRealm: string;
  readonly administer: (realm: string) => void;
}

/** What was read last on this page. */
let last: Snapshot | undefined;

/** Whether a snapshot is of the client and the admin roles that a subject is about. */
function isOf(
  { options: { clientUuid, adminClientId } }: Subject,
  { client, adminClient }: Snapshot,
): boolean {
  return client.clientUuid === clientUuid && adminClient.clientId === adminClientId;
}

const loading = { kind: "loading" } as const;

/** Reads the client's state when the panel opens, and again when asked to. */
export function useClientState({ clientUuid, clientIdHint }: PageClient): ClientStateHandle {
  const context = usePanelContext();
  const { realm } = context;
  const [administeredRealm, administer] = useState(realm);
  const [linkedUserId, setLinkedUserId] = useState<string>();
  const subject = useMemo((): Subject => {
    const administers = administeredRealm;
    const { api, options } = subjectOf(context, { clientUuid, realm, administers, clientIdHint });
    return { api, options: { ...options, linkedUserId } };
  }, [context, realm, clientUuid, administeredRealm, clientIdHint, linkedUserId]);
  const current = useRef(subject);
  useEffect(() => {
    current.current = subject;
  }, [subject]);
  const load = useCallback(async () => {
    const { api, options } = subject;
    const known = last !== undefined && isOf(subject, last) ? last : undefined;
    const read = await readClientState(api, options, known);
    if (read.kind === "ready") last = read.snapshot;
    return read;
  }, [subject]);
  const { state, value, reload, replace, update } = useAsync<ClientState>(load);
  const amend = useCallback(
    (complete: (shown: Snapshot) => Snapshot) =>
      update((shown) =>
        shown.kind === "ready" ? { ...shown, snapshot: complete(shown.snapshot) } : shown,
      ),
    [update],
  );
  return {
    subject,
    view: value ?? (state.kind === "failed" ? state : loading),
    setView: (read) => {
      // A change that began with another realm may end now.
      if (read.kind !== "ready" || isOf(current.current, read.snapshot)) replace(read);
    },
    amend,
    loadLinked: useCallback((account) => setLinkedUserId(userIdOf(account)), []),
    load: reload,
    administeredRealm,
    administer,
  };
}
