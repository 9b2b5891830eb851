import page from "../../messages/messages_zh_Hans.properties?page";
import type { Language } from "./language.ts";

/** Chinese in simplified characters. */
export const language: Language = {
  locale: "zh-Hans",
  page,
  loadPanelTexts: async () =>
    (await import("../../messages/messages_zh_Hans.properties?panel")).default,
  loadCallTexts: async () => (await import("./call-texts/zh_Hans.ts")).default,
};
