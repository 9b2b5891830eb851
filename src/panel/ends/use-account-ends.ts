import { useMemo } from "react";
import { userIdOf } from "../../access/model/account.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { needsOwnRoles } from "../../access/rights/needs-own-roles.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readVisibleWorkflows, seesWorkflows } from "../../keycloak/ends/read-ends.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { type Ends, knownEnds } from "./known-ends.ts";

/**
 * Reads when an account's roles end: two requests, and one before them where it isn't known whether the person is a realm
 * admin.
 *
 * @param isWanted whether it is to be read
 * @param change what changed ends last; when that is another, they are read again
 */
export function useAccountEnds(
  snapshot: Snapshot,
  api: AdminApi,
  isWanted = true,
  change?: object,
): { readonly ends: Ends; readonly reload: () => void } {
  const { consoleScript, loginRealm } = usePanelContext();
  const { adminClient, roles } = snapshot;
  const userId = userIdOf(snapshot.account);
  const isTooOld = hasFeature("workflows", versionOfConsole(consoleScript)) === false;
  const isVisible = seesWorkflows(snapshot);
  // The administrator's own roles are on their way for another reason.
  const isWaiting = needsOwnRoles(snapshot) && isVisible === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change makes what was read before outdated.
  const load = useMemo(
    () =>
      userId === undefined || isTooOld || !isWanted || isWaiting
        ? undefined
        : () => readVisibleWorkflows(api, userId, isVisible, loginRealm),
    [api, userId, isTooOld, isWanted, isWaiting, isVisible, loginRealm, change],
  );
  const { state, reload } = useAsync(load);
  const ends = useMemo((): Ends => {
    if (isTooOld) return { kind: "tooOld" };
    if (userId === undefined) return { kind: "noAccount" };
    if (state.kind === "failed") return { kind: "failed", thrown: state.thrown };
    const value =
      state.kind === "loading" ? state.previous : state.kind === "done" ? state.value : undefined;
    if (value === undefined) return { kind: "reading" };
    return knownEnds(value, userId, { adminClient, roles });
  }, [isTooOld, userId, state, adminClient, roles]);
  return { ends, reload };
}
