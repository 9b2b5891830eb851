import type { Preset } from "../../catalog/presets/presets.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";
import { hasAllRoles, isIncludedIn, type PresetState } from "./preset-state.ts";

/**
 * The presets that an account holds beside some, with all of their roles assigned: what they need is to stay when
 * something becomes of the others. One that is part of the others doesn't count.
 */
export function presetsBeside(
  presets: readonly Preset[],
  { mapped }: Pick<Snapshot, "mapped">,
  states: readonly PresetState[],
): readonly Preset[] {
  return states
    .filter((state) => !presets.includes(state.preset) && hasAllRoles(state))
    .map(({ preset }) => preset)
    .filter((other) => other.roles.every((role) => mapped.has(roleKey(role))))
    .filter((other) => !presets.some((preset) => isIncludedIn(other, preset)));
}
