import "./custom-texts.ts";
import { checkNames } from "../../access/custom/check-names.ts";
import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import type { Problem } from "../../access/custom/problem.ts";
import { nameOfOwn } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { builtInNames } from "./built-in-names.ts";
import { describeFlaw, shownText } from "./describe-flaw.ts";

/** Of one preset, so many problems are told. */
const mostOfPreset = 3;

/** Problems of one preset in words, with their places in the document. */
export function inWords(t: Translate, problems: readonly Problem[]): string {
  return problems
    .slice(0, mostOfPreset)
    .map((problem) => {
      const place = shownText(problem.place);
      return place === "" ? describeFlaw(t, problem) : `${place}: ${describeFlaw(t, problem)}`;
    })
    .join(" ");
}

/** Why a preset's name deceives, by the preset's id: it imitates another one, or has characters that nobody sees. */
export function doubtsAbout(
  t: Translate,
  presets: readonly CustomPreset[],
): ReadonlyMap<string, string> {
  const builtIn = builtInNames(t);
  return new Map(
    presets.flatMap((preset) => {
      const problems = checkNames(preset, builtIn, presets);
      if (problems.length === 0) return [];
      const name = nameOfOwn(t, shownText(preset.name));
      const line = t("custom.wrong.name", { name, problems: inWords(t, problems) });
      return [[preset.id, line] as const];
    }),
  );
}
