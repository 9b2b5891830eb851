import page from "../../messages/messages_en.properties?page";
import type { Language } from "./language.ts";

/** English, whose texts are loaded with what shows them: what other languages lack is shown in it. */
export const english: Language = {
  locale: "en",
  page,
  loadPanelTexts: async () => ({}),
  loadCallTexts: async () => ({}),
};
