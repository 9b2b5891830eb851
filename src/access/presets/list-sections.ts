import {
  commonPresets,
  type PresetGroup,
  type PresetId,
  presetGroups,
} from "../../catalog/presets/presets.ts";
import type { PresetState } from "./preset-state.ts";

/** The presets of a client, as they are listed. */
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
 * Puts what is held first, then what most programs need, then all else by groups.
 *
 * @param held ids of those that are listed as held
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
