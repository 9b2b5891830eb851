import { type CustomPreset, type CustomRole, customRoleKey } from "./custom-preset.ts";
import { customPresetLimits as limits } from "./limits.ts";

/** What a change of a preset gives and takes. */
export interface RolesChange {
  readonly gained: readonly CustomRole[];
  readonly lost: readonly CustomRole[];
}

/** Which roles are in one list only. Their order doesn't count. */
export function compareRoles(
  before: readonly CustomRole[],
  after: readonly CustomRole[],
): RolesChange {
  const without = (roles: readonly CustomRole[], others: readonly CustomRole[]) => {
    const keys = new Set(others.map(customRoleKey));
    return roles.filter((role) => !keys.has(customRoleKey(role)));
  };
  return { gained: without(after, before), lost: without(before, after) };
}

/**
 * A stored preset with what someone wants it to be. Its revision rises only if its roles change; its former roles are
 * kept then, so that clients that have them can be told what they gain and lose.
 *
 * @param wanted in a file of another realm, its revision may be higher: it doesn't fall
 */
export function revisePreset(
  stored: CustomPreset,
  wanted: Pick<CustomPreset, "name" | "purpose" | "roles"> & { readonly revision?: number },
): CustomPreset {
  const { name, purpose, roles } = wanted;
  const { gained, lost } = compareRoles(stored.roles, roles);
  if (gained.length === 0 && lost.length === 0) return { ...stored, name, purpose };
  const former = { revision: stored.revision, roles: stored.roles };
  const revision = Math.max(stored.revision + 1, wanted.revision ?? 1);
  const isLast = revision > limits.revision;
  return {
    id: stored.id,
    name,
    purpose,
    roles,
    revision: isLast ? limits.revision : revision,
    formerly: isLast ? [] : [former, ...stored.formerly].slice(0, limits.formerly),
  };
}
