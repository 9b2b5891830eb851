import texts from "../../../messages/messages_en.properties?opening";
import { createTranslate, type LanguageTexts, type Translate } from "../../texts/translate.ts";
import type { PanelLanguage } from "./panel-context.ts";

const known = new Map(Object.entries(texts));
const english: LanguageTexts = { locale: "en", texts: known };

// The language is the page's: it is set before anything is shown, and then stays.
let locale = english.locale;
let translate = createTranslate(english);
let collator = new Intl.Collator(locale, { numeric: true });

/** Texts in English, which people search by in every language. */
export const inEnglish: Translate = createTranslate(english);

/** Adds English texts that came with what is loaded later. */
export function addTexts(added: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(added)) known.set(key, text);
}

/** Sets the language of all panels. */
export function setLanguage(language: Omit<PanelLanguage, "loadCallTexts">): void {
  locale = language.locale;
  const own = new Map(Object.entries(language.texts));
  translate = createTranslate({ locale, texts: own }, english);
  collator = new Intl.Collator(locale, { numeric: true });
}

/** The function that turns message keys into texts. */
export function useTranslate(): Translate {
  return translate;
}

/** Names in a row, as the person's language separates them. */
export function joinNames(names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** Names in a row, of which one is enough. */
export function joinAlternatives(names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(names);
}

/** Orders names as the panel's language does, numbers by their value; for `sort`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Roles or the like by their names, in the order of {@link compareNames}. */
export function sortedByName<Named extends { readonly name: string }>(
  items: readonly Named[],
): readonly Named[] {
  return [...items].sort((a, b) => compareNames(a.name, b.name));
}

/** A length of time in whole minutes where it is one, from seconds. */
export function formatDuration(seconds: number): string {
  const isWhole = seconds % 60 === 0;
  const unit = isWhole ? "minute" : "second";
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
  return format.format(isWhole ? seconds / 60 : seconds);
}

/** The day of a moment in the person's own time, from milliseconds since 1970. */
export function formatDate(time: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(time);
}

/** A moment in the person's own time, from milliseconds since 1970. */
export function formatTime(time: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(time);
}
