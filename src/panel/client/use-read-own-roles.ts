import { useCallback } from "react";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { readOwnRoles } from "../../keycloak/client/read-own-roles.ts";
import { usePanelContext } from "../context/panel-context.ts";

/** What reads the admin roles that the signed-in administrator has in the page's realm; it stays the same. */
export function useReadOwnRoles(): () => Promise<ReadonlySet<string>> {
  const { adminBaseUrl, realm, loginRealm, tokens } = usePanelContext();
  return useCallback(
    () => readOwnRoles(createAdminApi(adminBaseUrl, realm, tokens), loginRealm),
    [adminBaseUrl, realm, loginRealm, tokens],
  );
}
