import { createContext, useContext } from "react";
import texts from "../../messages/messages_en.properties?opening";
import { createTranslate, type Translate } from "./translate.ts";

const known = new Map(Object.entries(texts));
const english = createTranslate(known, "en");

/** Adds texts that came with what is loaded later. */
export function addTexts(added: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(added)) known.set(key, text);
}

export const TranslateProvider = createContext<Translate>(english);

/** The function that turns message keys into texts. */
export function useTranslate(): Translate {
  return useContext(TranslateProvider);
}

/** Names in a row, as the person's language separates them. */
export function joinNames(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}

/** Names in a row, of which one is enough. */
export function joinAlternatives(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

/** A length of time in whole minutes where it is one, from seconds. */
export function formatDuration(seconds: number): string {
  const isWhole = seconds % 60 === 0;
  const unit = isWhole ? "minute" : "second";
  const format = new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" });
  return format.format(isWhole ? seconds / 60 : seconds);
}

/** A moment in the person's own time, from milliseconds since 1970. */
export function formatTime(time: number): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" }).format(time);
}
