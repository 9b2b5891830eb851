import { createContext, useContext } from "react";
import texts from "../../messages/messages_en.properties";
import { createTranslate, type Translate } from "./translate.ts";

const english = createTranslate(new Map(Object.entries(texts)), "en");

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
