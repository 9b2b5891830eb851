import { english } from "./en.ts";
import type { Language } from "./language.ts";

/** By language, and by script for a language with several. */
const languages = new Map<string, () => Promise<{ readonly language: Language }>>([
  ["de", () => import("./de.ts")],
  ["es", () => import("./es.ts")],
  ["fr", () => import("./fr.ts")],
  ["ja", () => import("./ja.ts")],
  ["pt", () => import("./pt_BR.ts")],
  ["zh-Hans", () => import("./zh_Hans.ts")],
]);

/**
 * Loads the language of a tag, such as `de`, `pt-BR` or `zh-CN`, and English if the language isn't
 * available or can't be loaded.
 */
export async function loadLanguage(tag: string): Promise<Language> {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    const load = languages.get(language) ?? languages.get(`${language}-${script}`);
    return (await load?.())?.language ?? english;
  } catch {
    return english;
  }
}
