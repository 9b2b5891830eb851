import { useState } from "react";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { isHeldWhole } from "../../access/presets/preset-summary.ts";
import type { PresetId } from "../../catalog/presets/presets.ts";

/**
 * The presets that are listed as held. One that is applied stays where it is until the tab is opened again, or
 * another one is no longer held: the rows below must not move under the pointer that pressed Apply. When the presets of
 * the realm are read, all are placed again.
 */
export function useHeldPlaces(states: readonly PresetState[]): ReadonlySet<PresetId> {
  const held = new Set(
    states.filter(({ status }) => isHeldWhole(status)).map(({ preset }) => preset.id),
  );
  const now = { held, known: states.length };
  const [placed, setPlaced] = useState(now);
  if (placed.known === now.known && [...placed.held].every((id) => held.has(id))) {
    return placed.held;
  }
  setPlaced(now);
  return held;
}
