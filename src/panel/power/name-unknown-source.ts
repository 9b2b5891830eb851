import type { RoleSources } from "../../keycloak/client/read-role-sources.ts";

/** The text that stands for a source whose name isn't known: never more than that is said. */
export function nameUnknownSource({
  areGroupsRead,
  areRolesRead,
}: Pick<RoleSources, "areGroupsRead" | "areRolesRead">) {
  if (areRolesRead && !areGroupsRead) return "power.sourceGroup";
  return areGroupsRead && !areRolesRead ? "power.sourceRole" : "power.sourceUnknown";
}
