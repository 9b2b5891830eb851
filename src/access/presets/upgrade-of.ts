import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { markerOfPreset } from "../custom/marker.ts";
import { giveAllOf } from "../model/resolve-roles.ts";
import { type Access, roleKey } from "../model/snapshot.ts";

/** The changes of a preset whose former roles the account has. */
export interface Upgrade {
  /**
   * The release in which it changed, such as `2.0.0`, or the revision of a preset of the realm since which it changed:
   * the one that the client got.
   */
  readonly version: string;
  /** Roles that the preset gained and the account lacks. */
  readonly lacking: readonly RoleReference[];
  /** Roles that the preset lost, that are still assigned, and that no other preset needs. */
  readonly left: readonly RoleReference[];
}

type Held = Pick<Access, "mapped" | "effective" | "isReadable" | "client">;

/**
 * Finds presets that a release changed and whose former roles the account has. The extension
 * doesn't store who applied curated presets, so roles assigned by hand count in the same way. Presets of the realm
 * count where the client says that it got an earlier revision.
 *
 * @param held the presets whose roles are all assigned
 * @returns undefined if the preset never changed, if the account lacks its former roles, or if its
 * roles match the current preset
 */
export function upgradeOf(
  preset: Preset,
  { mapped, effective, isReadable, client }: Held,
  held: readonly Preset[],
): Upgrade | undefined {
  const { custom, formerly } = preset;
  if (!isReadable || formerly === undefined) return undefined;
  const marked = custom && Number(client.markers?.get(markerOfPreset(preset)));
  // What a client got of a preset of the realm, it says itself: roles alone would fit many.
  if (custom && !(Number(marked) < custom.revision)) return undefined;
  const isHeld = (role: RoleReference) => mapped.has(roleKey(role)) || effective.has(roleKey(role));
  for (const { changedIn, roles } of formerly) {
    if (marked === undefined ? !roles.every(isHeld) : Number(changedIn) !== marked + 1) continue;
    const before = roles.map(roleKey);
    const lacking = preset.roles.filter((it) => !isHeld(it) && !before.includes(roleKey(it)));
    // What an earlier revision gave as a part of it isn't held for its own sake.
    const beside = held.filter((other) => marked === undefined || !giveAllOf(roles, other.roles));
    const needed = new Set([preset, ...beside].flatMap((other) => other.roles.map(roleKey)));
    const left = roles.filter((role) => mapped.has(roleKey(role)) && !needed.has(roleKey(role)));
    if (lacking.length + left.length > 0) {
      return { version: String(marked ?? changedIn), lacking, left };
    }
  }
  return undefined;
}
