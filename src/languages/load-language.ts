import { english } from "./en.ts";
import type { Language } from "./language.ts";

/** By language, and by script for a language with several. */
const languages = new Map<string, () => Promise<Language>>([
  ["de", async () => (await import("./de.ts")).german],
  ["es", async () => (await import("./es.ts")).spanish],
  ["fr", async () => (await import("./fr.ts")).french],
  ["ja", async () => (await import("./ja.ts")).japanese],
  ["pt", async () => (await import("./pt_BR.ts")).portuguese],
  ["zh-Hans", async () => (await import("./zh_Hans.ts")).chinese],
]);

/**
 * Loads the language of a tag, such as `de`, `pt-BR` or `zh-CN`, and English if the language isn't
 * available or can't be loaded.
 */
export async function loadLanguage(tag: string): Promise<Language> {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    const load = languages.get(language) ?? languages.get(`${language}-${script}`);
    return (await load?.()) ?? english;
  } catch {
    return english;
  }
}
