import type { ContainerKey, RoleReference } from "../../catalog/presets/presets.ts";

/** The names of those of the roles that live in a container. */
export function roleNamesIn(
  container: ContainerKey,
  roles: readonly RoleReference[],
): readonly string[] {
  return roles.filter((role) => role.container === container).map(({ name }) => name);
}
