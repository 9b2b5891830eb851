import type { RoleReference } from "../../catalog/presets/presets.ts";

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
  if (name.includes("/") || adminClientId.includes("/")) return undefined;
  return container === "admin" ? `${adminClientId}/${name}` : name;
}

/**
 * The role that a workflow names.
 *
 * @returns undefined for a role of another client
 */
export function roleOfWorkflow(named: string, adminClientId: string): RoleReference | undefined {
  const [first = "", second, ...more] = named.split("/");
  if (second === undefined) return { container: "realm", name: first };
  return first === adminClientId && more.length === 0
    ? { container: "admin", name: second }
    : undefined;
}
