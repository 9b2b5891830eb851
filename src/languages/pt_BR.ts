import page from "../../messages/messages_pt_BR.properties?page";
import type { Language } from "./language.ts";

/** Portuguese as in Brazil. */
export const language: Language = {
  locale: "pt-BR",
  page,
  loadPanelTexts: async () =>
    (await import("../../messages/messages_pt_BR.properties?panel")).default,
  loadCallTexts: async () => (await import("./call-texts/pt_BR.ts")).default,
};
