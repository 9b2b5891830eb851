import { presetGroups } from "../../catalog/presets/presets.ts";

/** The groups of presets that can be filtered by. The build leaves the realm's own out where it leaves them out. */
export const filteredGroups = presetGroups;
