import type { Preset } from "../catalog/presets/presets.ts";
import type { Translate } from "./translate.ts";

/** What a preset that an operator made is called. It always says that: its name can be anything. */
export function nameOfOwn(t: Translate, name: string): string {
  return t("presets.custom", { name });
}

/** What a preset is called. */
export function nameOf(t: Translate, { id, custom }: Preset): string {
  return custom === undefined ? t(`presets.${id}`) : nameOfOwn(t, custom.name);
}

/** What a preset is for, in one sentence. */
export function purposeOf(t: Translate, { id, custom }: Preset): string {
  return custom === undefined ? t(`presets.${id}.purpose`) : custom.purpose;
}

/** Words that a preset is found by beside its name and purpose; empty while they are not loaded. */
export function searchWordsOf(t: Translate, { id, custom }: Preset): string {
  if (custom !== undefined) return "";
  const key = `presets.${id}.words` as const;
  const words = t(key);
  return words === key ? "" : words;
}
