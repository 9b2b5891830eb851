import page from "../../messages/messages_ja.properties?page";
import type { Language } from "./language.ts";

/** Japanese. */
export const language: Language = {
  locale: "ja",
  page,
  loadPanelTexts: async () => (await import("../../messages/messages_ja.properties?panel")).default,
  loadCallTexts: async () => (await import("./call-texts/ja.ts")).default,
};
