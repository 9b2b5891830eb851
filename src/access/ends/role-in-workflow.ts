import type { RoleReference } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { clientIdOfContainer } from "../custom/client-id-of-container.ts";
import { containerOfClient } from "../custom/role-container.ts";

/**
 * How a workflow names a role: a client role by its client's ID and its name with a slash between, a realm role by its
 * name. Keycloak splits at every slash, so a name with a slash of its own would mean another role.
 *
 * @param adminClientId the client that has the admin roles, such as `realm-management`
 * @returns undefined where no workflow can name it
 * @see [RoleBasedStepProvider](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/models/workflow/RoleBasedStepProvider.java)
 */
export function roleInWorkflow(
  { container, name }: RoleReference,
  adminClientId: string,
): string | undefined {
  const client = container === "admin" ? adminClientId : clientIdOfContainer(container);
  if ([name, client, adminClientId].some((it) => it?.includes("/"))) return undefined;
  return client === undefined ? name : `${client}/${name}`;
}

/**
 * The role that a workflow names.
 *
 * @returns undefined where it names none
 */
export function roleOfWorkflow(named: string, adminClientId: string): RoleReference | undefined {
  const [first = "", second, ...more] = named.split("/");
  if (second === undefined) {
    return { container: masterRealmRoles.has(first) ? "realm" : "otherRealm", name: first };
  }
  if (more.length > 0) return undefined;
  return { container: first === adminClientId ? "admin" : containerOfClient(first), name: second };
}
