import page from "../../messages/messages_es.properties?page";
import type { Language } from "./language.ts";

/** Spanish. */
export const language: Language = {
  locale: "es",
  page,
  loadPanelTexts: async () => (await import("../../messages/messages_es.properties?panel")).default,
  loadCallTexts: async () => (await import("./call-texts/es.ts")).default,
};
