import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";

/**
 * The names by which a measurement knows roles: those of the admin client, and the realm roles of `master`
 * that were measured. A role of one container that is named like a measured one of the other is left out.
 */
export function measuredRoleNames(
  roles: readonly RoleReference[],
  { masterRoles }: Pick<MeasuredMatrix, "masterRoles">,
): readonly string[] {
  return roles
    .filter(({ container, name }) => (container === "realm") === masterRoles.includes(name))
    .map(({ name }) => name);
}
