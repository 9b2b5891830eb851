import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";

/**
 * The names of roles in a measurement: roles of the admin client, and measured realm roles of
 * `master`. A role with the name of a measured role in the other container is omitted.
 */
export function measuredRoleNames(
  roles: readonly RoleReference[],
  { masterRoles }: Pick<MeasuredMatrix, "masterRoles">,
): readonly string[] {
  return roles
    .filter(({ container, name }) => (container === "realm") === masterRoles.includes(name))
    .map(({ name }) => name);
}
