import { riskOf } from "../../src/access/model/risk.ts";
import type { CuratedPreset } from "../../src/catalog/presets/presets.ts";
import { promisedBy } from "../../src/catalog/presets/promised-by.ts";
import { nameOf, purposeOf } from "../../src/texts/preset-texts.ts";
import { createTranslate } from "../../src/texts/translate.ts";

/** A preset in words. */
export interface DescribedPreset extends CuratedPreset {
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
 */
export function describePreset(
  preset: CuratedPreset,
  texts: Readonly<Record<string, string>>,
): DescribedPreset {
  const t = createTranslate({ locale: "en", texts: new Map(Object.entries(texts)) });
  const risk = riskOf(preset);
  return {
    ...preset,
    name: nameOf(t, preset),
    purpose: purposeOf(t, preset),
    groupName: t(`group.${preset.group}`),
    risk: risk === undefined ? "" : t(`filter.risk.${risk.level}`),
    worst: risk?.consequences.map(({ id }) => t(`consequence.${id}`)) ?? [],
    promised: promisedBy(preset),
  };
}
