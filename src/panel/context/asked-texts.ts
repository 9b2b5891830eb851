import texts from "../../../messages/messages_en.properties?asked";
import { addTexts } from "./use-translate.ts";

addTexts(texts);
