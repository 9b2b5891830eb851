import {
  commonPresets,
  type PresetGroup,
  type PresetId,
  presetGroups,
} from "../../catalog/presets/presets.ts";
import type { PresetState } from "./preset-state.ts";

/** The sections of a client's list of presets. */
export interface ListSections {
  readonly held: readonly PresetState[];
  readonly common: readonly PresetState[];
  /** All others, by their groups. */
  readonly groups: readonly {
    readonly group: PresetGroup;
    readonly states: readonly PresetState[];
  }[];
}

/**
 * Lists assigned presets first, then common ones, then all others by group.
 *
 * @param held ids of the assigned presets
 */
export function listSections(
  states: readonly PresetState[],
  held: ReadonlySet<PresetId>,
): ListSections {
  const isHeld = ({ preset }: PresetState) => held.has(preset.id);
  const common = commonPresets.flatMap((id) =>
    states.filter((state) => state.preset.id === id && !isHeld(state)),
  );
  const others = states.filter((state) => !isHeld(state) && !common.includes(state));
  return {
    held: states.filter(isHeld),
    common,
    groups: presetGroups.flatMap((group) => {
      const ofGroup = others.filter(({ preset }) => preset.group === group);
      return ofGroup.length === 0 ? [] : [{ group, states: ofGroup }];
    }),
  };
}
