import type { CustomPreset } from "./custom-preset.ts";
import { lookAlikeOf, mixesScripts, type NamesById } from "./look-alike.ts";
import { fieldOf } from "./place.ts";
import type { Problem } from "./problem.ts";

/** What can't be seen in a text, or changes the direction in which it is read. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a text has characters that can't be seen or that change its direction. */
export function hasInvisible(text: string): boolean {
  return invisible.test(text);
}

/**
 * What must not be in a name or purpose that someone writes now. A preset that is in the store already is shown
 * nevertheless, with its problems.
 *
 * @param builtIn the names of the built-in presets
 * @param others the other presets of the realm
 * @param place where the preset is in its document
 */
export function checkNames(
  { id, name, purpose }: Pick<CustomPreset, "id" | "name" | "purpose">,
  builtIn: NamesById,
  others: readonly Pick<CustomPreset, "id" | "name">[],
  place = "",
): readonly Problem[] {
  const problems: Problem[] = [];
  const nameAt = fieldOf(place, "name");
  if (builtIn.has(id))
    problems.push({ place: fieldOf(place, "id"), kind: "builtInId", values: { id } });
  if (hasInvisible(name)) problems.push({ place: nameAt, kind: "invisibleCharacters", values: {} });
  if (!/[\p{L}\p{N}]/u.test(name)) problems.push({ place: nameAt, kind: "noLetter", values: {} });
  if (mixesScripts(name)) problems.push({ place: nameAt, kind: "mixedScripts", values: {} });
  const other =
    lookAlikeOf(name, "", builtIn) ??
    lookAlikeOf(name, id, new Map(others.map((it) => [it.id, [it.name]])));
  if (other !== undefined) problems.push({ place: nameAt, kind: "lookAlike", values: { other } });
  if (hasInvisible(purpose)) {
    problems.push({ place: fieldOf(place, "purpose"), kind: "invisibleCharacters", values: {} });
  }
  return problems;
}
