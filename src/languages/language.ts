import type english from "../../messages/messages_en.properties?page";

/** Texts by their keys. */
export type Texts = Readonly<Record<string, string>>;

/** A language that the texts are written in; what is not translated is shown in English. */
export interface Language {
  /** As in BCP 47, such as `pt-BR`: decides the forms of plurals, numbers, times and lists. */
  readonly locale: string;
  /** The texts of the page before the panel is loaded. */
  readonly page: typeof english;
  /** Loads all texts of the panel. */
  readonly loadPanelTexts: () => Promise<Texts>;
  /** Loads the names of calls, and what was tried with roles. */
  readonly loadCallTexts: () => Promise<Texts>;
}
