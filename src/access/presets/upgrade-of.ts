import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { type Access, roleKey } from "../model/snapshot.ts";

/** What a release changed of a preset that the account holds as it was before. */
export interface Upgrade {
  /** The release, such as `2.0.0`. */
  readonly changedIn: string;
  /** What the preset needs since then and the account lacks. */
  readonly lacking: readonly RoleReference[];
  /** What it has done without since then, and is still mapped with no preset in need of it. */
  readonly left: readonly RoleReference[];
}

/**
 * Tells where a preset was changed by a release while the account holds all that it gave before. Nothing
 * is kept about who applied what: an account that was given the same roles by hand is told the same.
 *
 * @param held the presets whose roles are all held
 * @returns undefined where the preset never changed, where the account does not hold what it gave, and
 * where what it holds fits the preset as it is now
 */
export function upgradeOf(
  preset: Preset,
  { mapped, effective, isReadable }: Pick<Access, "mapped" | "effective" | "isReadable">,
  held: readonly Preset[],
): Upgrade | undefined {
  if (!isReadable || preset.formerly === undefined) return undefined;
  const isHeld = (role: RoleReference) => mapped.has(roleKey(role)) || effective.has(roleKey(role));
  const needed = new Set([preset, ...held].flatMap(({ roles }) => roles.map(roleKey)));
  const lacking = preset.roles.filter((role) => !isHeld(role));
  for (const { changedIn, roles } of preset.formerly) {
    if (!roles.every(isHeld)) continue;
    const left = roles.filter((role) => mapped.has(roleKey(role)) && !needed.has(roleKey(role)));
    if (lacking.length > 0 || left.length > 0) return { changedIn, lacking, left };
  }
  return undefined;
}
