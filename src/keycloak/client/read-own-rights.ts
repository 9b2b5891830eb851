import type { Role, RoleKey, Snapshot } from "../../access/model/snapshot.ts";
import {
  isRealmAdmin,
  keptRoles,
  mayAssign,
  type OwnRoles,
} from "../../access/rights/own-rights.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { readOwnRoles } from "./read-own-roles.ts";

/** What the signed-in administrator's own roles let them assign in a realm. */
export interface OwnRights {
  readonly mayAssign: (role: Role) => boolean;
  /** The mapped roles that they may not unassign. */
  readonly keptIn: (snapshot: Snapshot) => ReadonlySet<RoleKey>;
  readonly isRealmAdmin: boolean;
}

/**
 * Reads which admin roles the signed-in administrator has in a realm, for what may be assigned there.
 *
 * @param loginRealm the realm that the administrator signed in to: another than the realm itself only where it is `master`
 * @throws AdminApiError when the request fails
 */
export async function readOwnRights(api: AdminApi, loginRealm: string): Promise<OwnRights> {
  const names = await readOwnRoles(api, loginRealm);
  const own: OwnRoles = { names, areOfMaster: loginRealm !== api.realm };
  return {
    mayAssign: (role) => mayAssign(own, role),
    keptIn: (snapshot) => keptRoles(snapshot, own),
    isRealmAdmin: isRealmAdmin(own),
  };
}
