import { useState } from "react";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { isHeldWhole } from "../../access/presets/preset-summary.ts";
import type { PresetId } from "../../catalog/presets/presets.ts";

/**
 * The presets that are listed as held. One that is applied stays where it is until the tab is opened again, or
 * another one is no longer held: the rows below must not move under the pointer that pressed Apply.
 */
export function useHeldPlaces(states: readonly PresetState[]): ReadonlySet<PresetId> {
  const held = new Set(
    states.filter(({ status }) => isHeldWhole(status)).map(({ preset }) => preset.id),
  );
  const [placed, setPlaced] = useState<ReadonlySet<PresetId>>(held);
  if ([...placed].every((id) => held.has(id))) return placed;
  setPlaced(held);
  return held;
}
