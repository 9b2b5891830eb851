import { useMemo } from "react";
import { type AccountEnd, endsOfAccount } from "../../access/ends/account-ends.ts";
import { userIdOf } from "../../access/model/account.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { needsOwnRoles } from "../../access/rights/needs-own-roles.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readVisibleWorkflows, seesWorkflows } from "../../keycloak/ends/read-ends.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** What is known of when an account's roles end, and why no end can be set. */
export type Ends =
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly ends: readonly AccountEnd[] }
  /** Only a realm admin may see and set ends. */
  | { readonly kind: "notVisible" }
  /** Keycloak has no workflows before 26.6. */
  | { readonly kind: "tooOld" }
  /** The server's feature is off. */
  | { readonly kind: "off" }
  /** There is no service account yet whose roles could end. */
  | { readonly kind: "noAccount" }
  | { readonly kind: "failed"; readonly thrown: unknown };

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
  const { account, adminClient, roles: known } = snapshot;
  const userId = userIdOf(account);
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
  const adminClientId = adminClient.clientId;
  const ends = useMemo((): Ends => {
    if (isTooOld) return { kind: "tooOld" };
    if (userId === undefined) return { kind: "noAccount" };
    if (state.kind === "failed") return { kind: "failed", thrown: state.thrown };
    const value =
      state.kind === "loading" ? state.previous : state.kind === "done" ? state.value : undefined;
    if (value === undefined) return { kind: "reading" };
    if (value.kind === "unavailable") return { kind: "off" };
    if (value.kind === "notVisible") return value;
    return { kind: "read", ends: endsOfAccount(value, { userId, adminClientId, known }) };
  }, [isTooOld, userId, state, adminClientId, known]);
  return { ends, reload };
}
