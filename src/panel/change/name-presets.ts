import type { Goal } from "../../access/plan/plan.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { joinNames } from "../context/use-translate.ts";

/** The presets of a goal in a sentence. */
export function namePresets(t: Translate, { presets }: Goal): string {
  return joinNames(presets.map((preset) => nameOf(t, preset)));
}
