import type { Preset } from "../../catalog/presets/presets.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";

/**
 * Whether the administrator may put a preset in the place of all that is held: each of its roles is mapped or may be
 * assigned, and each other mapped one may be unassigned, as far as that is known.
 */
export function canReplaceWith(
  { roles }: Preset,
  { mapped, grantable, kept }: Pick<Snapshot, "mapped" | "grantable" | "kept">,
): boolean {
  const wanted = new Set(roles.map(roleKey));
  return (
    [...(kept ?? [])].every((key) => wanted.has(key)) &&
    [...wanted].every((key) => mapped.has(key) || grantable.has(key))
  );
}
