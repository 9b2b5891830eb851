import type { RealmPreset } from "../../catalog/presets/presets.ts";
import { type Preset, presets } from "../../catalog/presets/presets.ts";

/** The presets that accounts of realms are listed by: those of the realms, each id once, and the curated ones. */
export function presetsOfRealms(
  realms: readonly { readonly ownPresets?: readonly RealmPreset[] | undefined }[],
): readonly Preset[] {
  const own = new Map(
    realms.flatMap(({ ownPresets = [] }) =>
      ownPresets.map((preset) => [preset.id, preset] as const),
    ),
  );
  return [...own.values(), ...presets];
}
