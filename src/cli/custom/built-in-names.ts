import type { NamesById } from "../../access/custom/look-alike.ts";
import { presets } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { t } from "../output/preset-texts.ts";

/** The English names of the built-in presets by their ids. */
export const builtInNames: NamesById = new Map(
  presets.map((preset) => [preset.id, [nameOf(t, preset)]]),
);
