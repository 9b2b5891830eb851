import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";

/**
 * The names of roles in a measurement: roles of the admin client, and measured realm roles of
 * `master`, whose role `admin` includes everything. A role with the name of a measured role in another container is
 * omitted.
 */
export function measuredRoleNames(
  roles: readonly RoleReference[],
  { masterRoles }: Pick<MeasuredMatrix, "masterRoles">,
): readonly string[] {
  return roles.flatMap(({ container, name }) => {
    if (container === "realm" && name === "admin") return ["realm-admin"];
    if (container !== "realm" && container !== "admin") return [];
    return (container === "realm") === masterRoles.includes(name) ? [name] : [];
  });
}
