import { useEffect, useMemo, useState } from "react";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import { roleKey } from "../../access/model/snapshot.ts";
import { presetsForServer } from "../../access/presets/presets-for-server.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { type AdminApi, createAdminApi } from "../../keycloak/api/admin-api.ts";
import {
  type NewClientBasis,
  readNewClientBasis,
} from "../../keycloak/new-client/read-new-client-basis.ts";
import { usePanelContext } from "../context/panel-context.ts";

/** Roles without which the server lets nobody make a client with roles. */
const needed = ["manage-clients", "manage-users"];

/** What is known before a client is made. */
export interface BasisHandle {
  /** The presets that it can be given. */
  readonly presets: readonly Preset[];
  /** Roles that the administrator lacks to do so. */
  readonly lacking: readonly string[];
  /** Why the presets could not be read. */
  readonly unread: unknown;
  readonly retry: () => void;
}

/** Reads what the new client can be given. */
export function useNewClientBasis(api: AdminApi, administeredRealm: string): BasisHandle {
  const { adminBaseUrl, realm, loginRealm, isMaster, tokens } = usePanelContext();
  const [basis, setBasis] = useState<NewClientBasis>();
  const [unread, setUnread] = useState<unknown>();
  const [count, setCount] = useState(0);
  const clientId = adminClientId(isMaster, administeredRealm);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another count reads anew.
  useEffect(() => {
    let isCurrent = true;
    setBasis(undefined);
    setUnread(undefined);
    readNewClientBasis(api, createAdminApi(adminBaseUrl, loginRealm, tokens), clientId).then(
      (read) => isCurrent && setBasis(read),
      (thrown: unknown) => isCurrent && setUnread(thrown),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, adminBaseUrl, loginRealm, tokens, clientId, count]);
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
  const ownRoles = basis?.ownRoles;
  const lacking = ownRoles === undefined ? [] : needed.filter((role) => !ownRoles.has(role));
  return { presets, lacking, unread, retry: () => setCount(count + 1) };
}
