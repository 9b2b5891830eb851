import { useEffect, useMemo, useState } from "react";
import { presetsForServer } from "../../access/presets-for-server.ts";
import { roleKey } from "../../access/snapshot.ts";
import { masterRealmRoles } from "../../catalog/admin-roles.ts";
import type { Preset } from "../../catalog/presets.ts";
import { type AdminApi, createAdminApi } from "../../keycloak/admin-api.ts";
import { type NewClientBasis, readNewClientBasis } from "../../keycloak/read-new-client-basis.ts";
import { usePanelContext } from "../panel-context.ts";

/** Roles without which the server lets nobody make a client with roles. */
const needed = ["manage-clients", "manage-users"];

/** What the new client can be given, and which roles the administrator lacks to do so. */
export function useNewClientBasis(
  api: AdminApi,
  administeredRealm: string,
): { readonly presets: readonly Preset[]; readonly lacking: readonly string[] } {
  const { adminBaseUrl, realm, loginRealm, isMaster, tokens } = usePanelContext();
  const [basis, setBasis] = useState<NewClientBasis>();
  const adminClientId = isMaster ? `${administeredRealm}-realm` : "realm-management";
  useEffect(() => {
    let isCurrent = true;
    readNewClientBasis(api, createAdminApi(adminBaseUrl, loginRealm, tokens), adminClientId).then(
      (read) => isCurrent && setBasis(read),
      // Then no preset can be chosen; what is wrong shows when the client is made.
      () => isCurrent && setBasis(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, adminBaseUrl, loginRealm, tokens, adminClientId]);
  const isOfMaster = isMaster && administeredRealm === realm;
  const presets = useMemo(() => {
    if (basis === undefined) return [];
    return presetsForServer(basis).filter(({ roles }) =>
      roles.every((role) =>
        role.container === "admin"
          ? basis.roles.has(roleKey(role))
          : isOfMaster && masterRealmRoles.has(role.name),
      ),
    );
  }, [basis, isOfMaster]);
  const lacking = basis === undefined ? [] : needed.filter((role) => !basis.ownRoles.has(role));
  return { presets, lacking };
}
