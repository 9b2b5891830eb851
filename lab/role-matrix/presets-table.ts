import { riskOf } from "../../src/access/model/risk.ts";
import type { Preset } from "../../src/catalog/presets/presets.ts";
import { nameOf, purposeOf } from "../../src/texts/preset-texts.ts";
import { createTranslate } from "../../src/texts/translate.ts";
import { codeCell, escapeCell } from "./markdown/escape-cell.ts";
import { table } from "./markdown/table.ts";

/**
 * Presets as a table in Markdown: the name and the permanent id, what each is for, its roles, and what
 * these allow at worst, all in the words of the tab.
 *
 * @param texts the panel's texts in English, by their keys
 */
export function presetsTable(
  presets: readonly Preset[],
  texts: Readonly<Record<string, string>>,
): string {
  const t = createTranslate({ locale: "en", texts: new Map(Object.entries(texts)) });
  const describeRisk = (preset: Preset) => {
    const risk = riskOf(preset);
    if (risk === undefined) return "";
    const consequences = risk.consequences.map(
      ({ id }) => `${escapeCell(t(`consequence.${id}`))}.`,
    );
    return [`**${escapeCell(t(`filter.risk.${risk.level}`))}.**`, ...consequences].join(" ");
  };
  const rows = presets.map((preset) => [
    `**${escapeCell(nameOf(t, preset))}** ${codeCell(preset.id)}`,
    escapeCell(purposeOf(t, preset)),
    preset.roles.map(({ name }) => codeCell(name)).join(", "),
    describeRisk(preset),
  ]);
  return table(["Preset", "For", "Roles", "Risk"], rows).join("\n");
}
