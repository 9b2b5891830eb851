import type { Preset } from "../catalog/presets/presets.ts";
import type { Translate } from "./translate.ts";

/** What a preset is called. */
export function nameOf(t: Translate, { id }: Preset): string {
  return t(`presets.${id}`);
}

/** What a preset is for, in one sentence. */
export function purposeOf(t: Translate, { id }: Preset): string {
  return t(`presets.${id}.purpose`);
}

/** Words that a preset is found by beside its name and purpose; empty while they are not loaded. */
export function searchWordsOf(t: Translate, { id }: Preset): string {
  const key = `presets.${id}.words` as const;
  const words = t(key);
  return words === key ? "" : words;
}
