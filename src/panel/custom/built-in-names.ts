import type { NamesById } from "../../access/custom/look-alike.ts";
import { presets } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { inEnglish } from "../context/use-translate.ts";

/** The names of the built-in presets, in English and as they are shown. */
export function builtInNames(t: Translate): NamesById {
  return new Map(
    presets.map((preset) => [preset.id, [nameOf(inEnglish, preset), nameOf(t, preset)]]),
  );
}
