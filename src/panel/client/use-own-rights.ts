import { useMemo } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { needsOwnRoles } from "../../access/rights/needs-own-roles.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readOwnRights } from "../../keycloak/client/read-own-rights.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** Completes a snapshot by which mapped roles stay, as soon as that is known. */
export type WithKept = (snapshot: Snapshot) => Snapshot;

/**
 * Reads the administrator's own roles where the snapshots leave open which mapped roles they may unassign: one small
 * request, once, that nothing waits for. Where it fails, nothing is taken for kept, and the server tells by refusing.
 */
export function useOwnRights(api: AdminApi | undefined, snapshots: readonly Snapshot[]): WithKept {
  const { loginRealm } = usePanelContext();
  const read = useMemo(() => api && (() => readOwnRights(api, loginRealm)), [api, loginRealm]);
  const { state, value } = useAsync(snapshots.some(needsOwnRoles) ? read : undefined);
  const isSettled = state.kind === "done" || state.kind === "failed";
  return useMemo(() => {
    const known = new WeakMap<Snapshot, Snapshot>();
    return (snapshot) => {
      if (!isSettled || !needsOwnRoles(snapshot)) return snapshot;
      const kept = value?.keptIn(snapshot) ?? new Set<never>();
      const isForRealmAdmin = value?.isRealmAdmin ?? false;
      const whole = known.get(snapshot) ?? { ...snapshot, kept, isForRealmAdmin };
      known.set(snapshot, whole);
      return whole;
    };
  }, [isSettled, value]);
}
