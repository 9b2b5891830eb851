import texts from "../../../messages/messages_en.properties";
import { createTranslate } from "../../../src/texts/translate.ts";

/** What a message says in English, by its key: tests of behavior must not fail for another wording. */
export const inEnglish = createTranslate({ locale: "en", texts: new Map(Object.entries(texts)) });
