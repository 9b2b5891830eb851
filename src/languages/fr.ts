import page from "../../messages/messages_fr.properties?page";
import type { Language } from "./language.ts";

/** French. */
export const language: Language = {
  locale: "fr",
  page,
  loadPanelTexts: async () => (await import("../../messages/messages_fr.properties?panel")).default,
  loadCallTexts: async () => (await import("./call-texts/fr.ts")).default,
};
