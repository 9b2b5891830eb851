import texts from "../../../messages/messages_en.properties";
import type { Risk } from "../../access/model/risk.ts";
import { createTranslate } from "../../texts/translate.ts";

/** The texts of the panel in English. */
export const t = createTranslate({ locale: "en", texts: new Map(Object.entries(texts)) });

/** A risk in one line: its level, and the worst that it means. */
export function describeRisk(risk: Risk | undefined): string {
  if (risk === undefined) return "no known risk";
  return `${risk.level}: ${risk.consequences.map(({ id }) => t(`consequence.${id}`)).join(", ")}`;
}
