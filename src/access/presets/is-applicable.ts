import type { PresetStatus } from "./preset-state.ts";

const applicable: readonly PresetStatus["kind"][] = ["missing", "outOfScope", "lacksClientScope"];

/** Whether applying a preset would change something. */
export function isApplicable({ kind }: PresetStatus): boolean {
  return applicable.includes(kind);
}
