import { useMemo } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { readAdminClientScope } from "../../keycloak/client/read-admin-client-scope.ts";
import { useAsync } from "../context/use-async.ts";
import type { ClientStateHandle } from "./use-client-state.ts";

/**
 * Reads the realm's client scopes where that was not done yet, for a plan or a check that is looked at.
 *
 * @returns whether the answer is still awaited
 */
export function useClientScopes(
  { adminClientScope }: Snapshot,
  { subject, amend }: Pick<ClientStateHandle, "subject" | "amend">,
): boolean {
  const isUnread = adminClientScope === "notKnown";
  const load = useMemo(
    () =>
      isUnread
        ? async (signal: AbortSignal) => {
            const found = await readAdminClientScope(subject.api);
            if (!signal.aborted) amend((shown) => ({ ...shown, adminClientScope: found }));
          }
        : undefined,
    [isUnread, subject, amend],
  );
  // Where it is refused the plan says nothing of it; a call that is denied for it shows in the access check.
  return useAsync(load).state.kind === "loading";
}
