import { riskOf } from "../../access/model/risk.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import type { PresetState, PresetStatus } from "../../access/presets/preset-state.ts";
import { filterWords, foldText } from "../../access/question/fold-text.ts";
import type { Preset, PresetGroup } from "../../catalog/presets/presets.ts";
import { type RiskLevel, riskLevels } from "../../catalog/roles/consequences.ts";
import { nameOf, purposeOf, searchWordsOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { filteredGroups } from "./filtered-groups.ts";

/** The kinds of state that can be filtered by, in the order in which they are offered. */
export const statusKinds = [
  "applied",
  "missing",
  "includedIn",
  "outOfScope",
  "lacksClientScope",
  "scopeNotKnown",
  "notGrantable",
  "unavailable",
] as const satisfies readonly PresetStatus["kind"][];

/** What the person searches for; an empty filter lets everything pass. */
export interface Search {
  readonly text: string;
  readonly state: readonly (typeof statusKinds)[number][];
  readonly risk: readonly RiskLevel[];
  readonly group: readonly PresetGroup[];
}

/** How many presets an answer shows beside the recommended ones before all are asked for. */
export const othersShown = 3;

/** Lets every preset pass. */
export const emptySearch: Search = { text: "", state: [], risk: [], group: [] };

/** Whether anything is searched or filtered for. */
export function isSearching(search: Search): boolean {
  return Object.values(search).some(({ length }) => length > 0);
}

/** The values each filter offers. */
export const filterOptions = {
  state: statusKinds,
  risk: riskLevels,
  group: filteredGroups,
} as const;

const passes = <Value>(chosen: readonly Value[], read: () => Value | undefined) => {
  if (chosen.length === 0) return true;
  const value = read();
  return value !== undefined && chosen.includes(value);
};

/** What a preset is searched in. */
function textOf(preset: Preset, languages: readonly Translate[]): string {
  const texts = languages.flatMap((t) => [
    ...[nameOf(t, preset), purposeOf(t, preset), searchWordsOf(t, preset)],
    t(`group.${preset.group}`),
  ]);
  const roles = rolesGivenBy([preset]).map(({ name }) => name);
  return foldText([...texts, ...roles].join(" "));
}

/** Whether every word of a text occurs; nothing is looked up for a text without words. */
function mentions(preset: Preset, words: readonly string[], languages: readonly Translate[]) {
  if (words.length === 0) return true;
  const text = textOf(preset, languages);
  return words.every((word) => text.includes(word));
}

/** The presets that pass the filters. */
export function filterPresets(
  states: readonly PresetState[],
  search: Search,
): readonly PresetState[] {
  return states.filter(
    ({ preset, status }) =>
      passes(search.state, () => status.kind) &&
      passes(search.risk, () => riskOf(preset)?.level) &&
      passes(search.group, () => preset.group),
  );
}

/**
 * The presets that pass the filters, and in whose name, purpose, roles or search words every word of the text
 * occurs, in any of the languages.
 */
export function searchPresets(
  states: readonly PresetState[],
  search: Search,
  languages: readonly Translate[],
): readonly PresetState[] {
  const words = filterWords(search.text);
  return filterPresets(states, search).filter(({ preset }) => mentions(preset, words, languages));
}

/** How closely a text describes a preset that it fits: 0 where that is its name, 1 where the name has all its words. */
export function rankOf(preset: Preset, text: string, languages: readonly Translate[]): number {
  const names = languages.map((t) => foldText(nameOf(t, preset)));
  if (names.includes(foldText(text.trim()))) return 0;
  const words = filterWords(text);
  return names.some((name) => words.every((word) => name.includes(word))) ? 1 : 2;
}
