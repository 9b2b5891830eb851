import { parse } from "dot-properties";
import { createTranslate } from "../../../src/texts/translate.ts";
import { readText } from "../conventions/source-files.ts";

const texts = Object.entries(parse(readText("messages/messages_en.properties")));

/** The texts of the panel in English. */
export const inEnglish = createTranslate({
  locale: "en",
  texts: new Map(texts.map(([key, text]) => [key, String(text)])),
});
