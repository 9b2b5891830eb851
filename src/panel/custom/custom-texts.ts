import texts from "../../../messages/messages_en.properties?custom";
import { addTexts } from "../context/use-translate.ts";

addTexts(texts);
