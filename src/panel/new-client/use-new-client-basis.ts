import { useCallback, useMemo } from "react";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import { mayAssign } from "../../access/model/own-rights.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { offeredPresets } from "../../access/presets/offered-presets.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readNewClientBasis } from "../../keycloak/new-client/read-new-client-basis.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** Roles without which the server lets nobody make a client with roles. */
const needed = ["manage-clients", "manage-users"];

/** What is known before a client is made. */
export interface BasisHandle {
  /** The presets that it can be given. */
  readonly presets: readonly Preset[];
  /** What the roles are and hold on this server; undefined until it was read. */
  readonly offered: Pick<Snapshot, "roles" | "contents" | "adminClient" | "isMaster"> | undefined;
  /** How many more the realm has, with roles that the administrator may not assign. */
  readonly withheld: number;
  /** Roles that the administrator lacks to do so. */
  readonly lacking: readonly string[];
  /** Why the presets could not be read. */
  readonly unread: unknown;
  readonly retry: () => void;
}

/** Reads what the new client can be given. */
export function useNewClientBasis(api: AdminApi, administeredRealm: string): BasisHandle {
  const { realm, loginRealm, isMaster } = usePanelContext();
  const clientId = adminClientId(isMaster, administeredRealm);
  const load = useCallback(
    () => readNewClientBasis(api, loginRealm, clientId),
    [api, loginRealm, clientId],
  );
  const { state, value: basis, reload } = useAsync(load);
  const isOfMaster = isMaster && administeredRealm === realm;
  const onServer = useMemo(() => {
    if (basis === undefined) return [];
    return offeredPresets(basis).filter(({ roles }) =>
      roles.every((role) =>
        role.container === "admin"
          ? basis.roles.has(roleKey(role))
          : isOfMaster && masterRealmRoles.has(role.name),
      ),
    );
  }, [basis, isOfMaster]);
  const ownRoles = basis?.ownRoles;
  const presets = useMemo(() => {
    // Of `master`, what roles of another realm take isn't known: the server tells by refusing.
    if (ownRoles === undefined || isMaster) return onServer;
    const own = { names: ownRoles, areOfMaster: loginRealm !== realm };
    return onServer.filter(({ roles }) => roles.every((role) => mayAssign(own, role)));
  }, [onServer, ownRoles, isMaster, loginRealm, realm]);
  const lacking = ownRoles === undefined ? [] : needed.filter((role) => !ownRoles.has(role));
  const unread = state.kind === "failed" ? state.thrown : undefined;
  const offered = useMemo(
    () => (basis === undefined ? undefined : { ...basis, isMaster: isOfMaster }),
    [basis, isOfMaster],
  );
  const withheld = onServer.length - presets.length;
  return { presets, withheld, offered, lacking, unread, retry: reload };
}
