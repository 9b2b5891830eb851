import { useCallback, useMemo } from "react";
import { adminClientId } from "../../../access/model/admin-client-id.ts";
import { type Role, roleKey } from "../../../access/model/snapshot.ts";
import { offeredPresets } from "../../../access/presets/offered-presets.ts";
import {
  lackingToCreate,
  type NewClientRealm,
} from "../../../access/rights/new-client-snapshot.ts";
import type { Preset } from "../../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../../catalog/roles/admin-roles.ts";
import type { AdminApi } from "../../../keycloak/api/admin-api.ts";
import { readNewClientBasis } from "../../../keycloak/new-client/read-new-client-basis.ts";
import { usePanelContext } from "../../context/panel-context.ts";
import { useAsync } from "../../context/use-async.ts";

/** What is known before a client is made. */
export interface BasisHandle {
  /** The presets whose roles the server has. */
  readonly presets: readonly Preset[];
  /** What the roles are and hold on this server, and who asks; undefined until it was read. */
  readonly known: NewClientRealm | undefined;
  /** Roles that the administrator lacks to create a client with roles. */
  readonly lacking: readonly string[];
  /** Why it could not be read. */
  readonly unread: unknown;
  readonly retry: () => void;
}

/**
 * The realm roles of `master` that presets name. They aren't read, since they are there on every server; their ids
 * are read when they are assigned.
 */
const rolesOfMaster: readonly Role[] = [...masterRealmRoles.keys()].map((name) => ({
  container: "realm",
  name,
  id: "",
}));

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
  const known = useMemo((): NewClientRealm | undefined => {
    if (basis === undefined) return undefined;
    const more = isOfMaster ? rolesOfMaster : [];
    return {
      ...basis,
      roles: new Map([...basis.roles, ...more.map((role) => [roleKey(role), role] as const)]),
      isMaster: isOfMaster,
      // What the administrator has in another realm was not asked.
      ownRoles: administeredRealm === realm ? basis.ownRoles : undefined,
    };
  }, [basis, isOfMaster, administeredRealm, realm]);
  const presets = useMemo(
    () =>
      known === undefined
        ? []
        : offeredPresets(known).filter(({ roles }) =>
            roles.every((role) => known.roles.has(roleKey(role))),
          ),
    [known],
  );
  const lacking = basis === undefined ? [] : lackingToCreate(basis);
  const unread = state.kind === "failed" ? state.thrown : undefined;
  return { presets, known, lacking, unread, retry: reload };
}
