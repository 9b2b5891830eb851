import { worstConsequences } from "../../src/access/model/worst-consequences.ts";
import type { Preset } from "../../src/catalog/presets/presets.ts";
import { promisedBy } from "../../src/catalog/presets/promised-by.ts";

/** A preset in words. */
export interface DescribedPreset extends Preset {
  readonly name: string;
  readonly purpose: string;
  readonly groupName: string;
  /** Such as "Medium"; empty where nothing is known of its roles. */
  readonly risk: string;
  /** What its roles allow at worst. */
  readonly worst: readonly string[];
  /** Keys of the calls that it is made for. */
  readonly promised: readonly string[];
}

/**
 * Describes a preset in the words of the tab.
 *
 * @param texts the panel's texts by their keys
 * @throws where a text is missing
 */
export function describePreset(
  preset: Preset,
  texts: Readonly<Record<string, string>>,
): DescribedPreset {
  const textOf = (key: string) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`There is no text ${key}.`);
    return text;
  };
  const risk = worstConsequences(preset.roles);
  return {
    ...preset,
    name: textOf(`presets.${preset.id}`),
    purpose: textOf(`presets.${preset.id}.purpose`),
    groupName: textOf(`group.${preset.group}`),
    risk: risk === undefined ? "" : textOf(`filter.risk.${risk.level}`),
    worst: risk?.consequences.map(({ id }) => textOf(`consequence.${id}`)) ?? [],
    promised: promisedBy(preset),
  };
}
