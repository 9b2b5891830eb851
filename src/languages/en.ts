import page from "../../messages/messages_en.properties?page";
import type { Language } from "./language.ts";

/**
 * English. Its texts are loaded with the components that show them, and are the fallback for other
 * languages.
 */
export const english: Language = {
  locale: "en",
  page,
  loadPanelTexts: async () => ({}),
  loadCallTexts: async () => ({}),
};
