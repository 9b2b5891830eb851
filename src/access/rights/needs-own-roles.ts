import { isAdminRole } from "../model/role-reference.ts";
import { roleKey, type Snapshot, toRoleReference } from "../model/snapshot.ts";

/**
 * Whether the administrator's own roles are to be read, since the server's answers leave open which mapped roles they
 * may unassign. Who may assign realm-admin may assign all. Of `master`, what a role of another realm takes isn't known.
 */
export function needsOwnRoles({ mapped, grantable, isReadable, adminClient }: Snapshot): boolean {
  return (
    isReadable &&
    [...mapped].map(toRoleReference).some(isAdminRole) &&
    !grantable.has(roleKey({ container: "admin", name: "realm-admin" })) &&
    adminClient.clientId === "realm-management"
  );
}
