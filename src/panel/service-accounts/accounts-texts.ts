import texts from "../../../messages/messages_en.properties?accounts";
import { addTexts } from "../context/use-translate.ts";

addTexts(texts);
