import { worstConsequences } from "../../src/access/model/worst-consequences.ts";
import type { Preset } from "../../src/catalog/presets/presets.ts";
import { codeCell, escapeCell, markdownTable } from "../markdown/table.ts";

/**
 * Presets as a table in Markdown: the name and the permanent id, what each is for, its roles, and what
 * these allow at worst, all in the words of the tab.
 *
 * @param texts the panel's texts by their keys
 * @throws where a text is missing
 */
export function presetsTable(
  presets: readonly Preset[],
  texts: Readonly<Record<string, string>>,
): string {
  const textOf = (key: string) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`There is no text ${key}.`);
    return escapeCell(text);
  };
  const riskOf = ({ roles }: Preset) => {
    const risk = worstConsequences(roles);
    if (risk === undefined) return "";
    const consequences = risk.consequences.map(({ id }) => `${textOf(`consequence.${id}`)}.`);
    return [`**${textOf(`filter.risk.${risk.level}`)}.**`, ...consequences].join(" ");
  };
  const rows = presets.map((preset) => [
    `**${textOf(`presets.${preset.id}`)}** ${codeCell(preset.id)}`,
    textOf(`presets.${preset.id}.purpose`),
    preset.roles.map(({ name }) => codeCell(name)).join(", "),
    riskOf(preset),
  ]);
  return markdownTable(["Preset", "For", "Roles", "Risk"], rows);
}
