import type { CustomRole } from "../../access/custom/custom-preset.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { findNamedRoles, type MissingRole } from "./find-named-roles.ts";

/**
 * Tells which roles a realm doesn't have.
 *
 * @returns the reasons by `customRoleKey`; a role that is there isn't in it
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function findMissingRoles(
  api: AdminApi,
  roles: readonly CustomRole[],
): Promise<ReadonlyMap<string, MissingRole>> {
  const named = await findNamedRoles(api, roles);
  return new Map(
    [...named].flatMap(([key, it]) => (typeof it === "string" ? [[key, it] as const] : [])),
  );
}
