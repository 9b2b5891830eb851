import texts from "../../../messages/messages_en.properties?accounts";
import { addTexts } from "../use-translate.ts";

addTexts(texts);
