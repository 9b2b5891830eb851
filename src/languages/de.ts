import page from "../../messages/messages_de.properties?page";
import type { Language } from "./language.ts";

/** German. */
export const language: Language = {
  locale: "de",
  page,
  loadPanelTexts: async () => (await import("../../messages/messages_de.properties?panel")).default,
  loadCallTexts: async () => (await import("./call-texts/de.ts")).default,
};
