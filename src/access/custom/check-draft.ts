import { checkNames } from "./check-names.ts";
import type { CustomPreset } from "./custom-preset.ts";
import { lengthOf, customPresetLimits as limits } from "./limits.ts";
import type { NamesById } from "./look-alike.ts";
import type { Problem } from "./problem.ts";

/** What someone fills in. */
export type PresetDraft = Pick<CustomPreset, "name" | "purpose" | "roles">;

/**
 * Everything that is wrong with a preset that is being written.
 *
 * @param id its own id, whose stored name it may keep
 * @param builtIn the names of the built-in presets
 * @param others the other presets of the realm
 */
export function checkDraft(
  { name, purpose, roles }: PresetDraft,
  id: string,
  builtIn: NamesById,
  others: readonly Pick<CustomPreset, "id" | "name">[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const tooLong = (place: "name" | "purpose", text: string) => {
    const length = lengthOf(text);
    const limit = limits[place];
    if (length > limit) problems.push({ place, kind: "tooLong", values: { length, limit } });
  };
  tooLong("name", name);
  tooLong("purpose", purpose);
  if (name === "") problems.push({ place: "name", kind: "empty", values: {} });
  const named = checkNames({ id, name, purpose }, builtIn, others);
  // One thing to do about a name is enough.
  problems.push(...named.filter(({ kind }) => name !== "" || kind !== "noLetter"));
  const [count, limit] = [roles.length, limits.roles];
  if (count === 0) problems.push({ place: "roles", kind: "noRoles", values: {} });
  if (count > limit) problems.push({ place: "roles", kind: "tooMany", values: { count, limit } });
  return problems;
}
