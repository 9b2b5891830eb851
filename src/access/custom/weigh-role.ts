import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { dangerOf, type Risk, riskOfRoles } from "../model/risk.ts";
import { stockContentOf } from "../model/role-content.ts";
import { isAdminRole } from "../model/role-reference.ts";
import { type RoleContent, roleKey, toRoleReference } from "../model/snapshot.ts";
import { type CustomRole, customRoleKey } from "./custom-preset.ts";
import { containerOfRole, type PresetPlace } from "./role-container.ts";

/** What is known of a role of a preset by its name and by what it includes. */
export interface WeighedRole {
  readonly role: CustomRole;
  /** The admin roles that its holder has by it: itself, if it is one, and those that it includes. */
  readonly admin: readonly RoleReference[];
  /** Undefined if nothing is known about any of them. */
  readonly risk: Risk | undefined;
  /** Whether it is an admin role that Keycloak ships with. What others allow, applications decide. */
  readonly isMeasured: boolean;
}

/**
 * Weighs a role of a preset.
 *
 * @param content what it includes on the server; without it, what Keycloak ships it with
 */
export function weighRole(
  role: CustomRole,
  place: PresetPlace,
  content: RoleContent | undefined,
): WeighedRole {
  const reference = { container: containerOfRole(role, place), name: role.role };
  const included = content?.kind === "read" ? content.gives : stockContentOf(roleKey(reference));
  const admin = [reference, ...[...included].map(toRoleReference)].filter(isAdminRole);
  const { container, name } = reference;
  return {
    role,
    admin,
    risk: riskOfRoles(admin),
    isMeasured: container === "admin" ? adminRoles.has(name) : isMasterRole(container, name),
  };
}

const isMasterRole = (container: string, name: string) =>
  container === "realm" && masterRealmRoles.has(name);

/** Roles of a preset with the most dangerous first; those that give no admin access last, by their names. */
export function dangerousFirst<Weighed extends WeighedRole>(
  roles: readonly Weighed[],
): readonly Weighed[] {
  const danger = new Map(
    roles.map(({ role, admin }) => [customRoleKey(role), admin.length === 0 ? 0 : dangerOf(admin)]),
  );
  const of = ({ role }: WeighedRole) => danger.get(customRoleKey(role)) ?? 0;
  const name = ({ role }: WeighedRole) => `${role.client ?? ""}\n${role.role}`;
  return [...roles].sort((a, b) => of(b) - of(a) || (name(a) < name(b) ? -1 : 1));
}
