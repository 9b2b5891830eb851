import { presetGroups } from "../../src/catalog/presets/presets.ts";

/** Stands in for what reads, shows and writes presets of a realm's own where the theme is built without them. */
export const CreatePreset = () => null;
export const DeletePreset = () => null;
export const PresetEditor = () => null;
export const ReadPresets = () => null;
export const StoreProblems = () => null;

/** Nothing is asked for, and no realm has any: so nothing else of them is shown or done. */
export const readStore = async () => ({ kind: "none" });
export const readRealmPresets = async () => ({
  store: { kind: "none" },
  complete: <Snapshot>(snapshot: Snapshot) => snapshot,
});

export const readOwnPresets = async () => {};

export const carryOutWithOwnPresets = <Outcome>(
  _subject: unknown,
  _goal: unknown,
  _attempt: unknown,
  _direction: unknown,
  act: () => Promise<Outcome>,
): Promise<Outcome> => act();

export const filteredGroups = presetGroups.filter((group) => group !== "custom");
