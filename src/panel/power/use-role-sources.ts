import { useCallback } from "react";
import { userIdOf } from "../../access/model/account.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { RoleSources } from "../../keycloak/client/read-role-sources.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/**
 * Reads through what an account holds roles that aren't assigned to it, once the tab is shown, and only where there are
 * such roles.
 *
 * @returns undefined until it is read; what may not be seen counts as not read
 */
export function useRoleSources(
  { account, adminClient, isMaster }: Snapshot,
  isNeeded: boolean,
): RoleSources | undefined {
  const { adminBaseUrl, realm, tokens } = usePanelContext();
  const userId = userIdOf(account);
  const { clientUuid, clientId, authorizationServicesEnabled } = adminClient;
  const read = useCallback(async () => {
    const known = { isMaster, adminClient: { clientUuid, clientId, authorizationServicesEnabled } };
    // With what dialogs need of the Admin API: apart, it would cut what the opened tab loads into more pieces.
    const { createAdminApi, readRoleSources } = await import("../presets/dialogs.ts");
    return readRoleSources(createAdminApi(adminBaseUrl, realm, tokens), userId ?? "", known);
  }, [
    userId,
    clientUuid,
    clientId,
    authorizationServicesEnabled,
    isMaster,
    adminBaseUrl,
    realm,
    tokens,
  ]);
  const { state, value } = useAsync(isNeeded && userId !== undefined ? read : undefined);
  return state.kind === "failed" ? nothingRead : value;
}

const nothingRead: RoleSources = { sources: [], areGroupsRead: false, areRolesRead: false };
