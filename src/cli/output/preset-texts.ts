import texts from "../../../messages/messages_en.properties";
import type { Risk } from "../../access/model/risk.ts";
import type { Preset } from "../../catalog/presets/presets.ts";

const known = new Map(Object.entries(texts));

/** A text of the panel. */
export function textOf(key: string): string {
  return known.get(key) ?? key;
}

/** What a preset is called. */
export function nameOf({ id }: Pick<Preset, "id">): string {
  return textOf(`presets.${id}`);
}

/** A risk in one line: its level, and the worst that it means. */
export function describeRisk(risk: Risk | undefined): string {
  if (risk === undefined) return "nothing known to be dangerous";
  return `${risk.level}: ${risk.consequences.map(({ id }) => textOf(`consequence.${id}`)).join(", ")}`;
}
