import { useEffect, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { readAdminClientScope } from "../../keycloak/client/read-admin-client-scope.ts";
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
  const [isRefused, setIsRefused] = useState(false);
  const isAsked = adminClientScope === "notAsked" && !isRefused;
  useEffect(() => {
    if (!isAsked) return;
    readAdminClientScope(subject.api).then(
      (found) => amend({ adminClientScope: found }),
      // Then the plan says nothing of it; a call that is denied for it shows in the access check.
      () => setIsRefused(true),
    );
  }, [isAsked, subject, amend]);
  return isAsked;
}
