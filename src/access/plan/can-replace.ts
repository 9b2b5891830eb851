import type { Preset } from "../../catalog/presets/presets.ts";
import { adminRolesIn } from "../model/role-reference.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";

/** What decides it. */
type Held = Pick<Snapshot, "mapped" | "grantable" | "kept">;

/**
 * Whether the administrator may put a preset in the place of all that is held: each of its roles is mapped or may be
 * assigned, and each other mapped one may be unassigned, as far as that is known.
 */
export function canReplaceWith({ roles }: Preset, { mapped, grantable, kept }: Held): boolean {
  const wanted = new Set(roles.map(roleKey));
  return (
    [...(kept ?? [])].every((key) => wanted.has(key)) &&
    [...wanted].every((key) => mapped.has(key) || grantable.has(key))
  );
}

/** Whether some of what is mapped may be replaced by one of the presets. */
export function canReplaceAny(states: readonly { readonly preset: Preset }[], held: Held): boolean {
  const { mapped, kept = new Set() } = held;
  if (kept.size === 0) return true;
  return (
    adminRolesIn(mapped).some((role) => !kept.has(roleKey(role))) &&
    states.some(({ preset }) => canReplaceWith(preset, held))
  );
}
