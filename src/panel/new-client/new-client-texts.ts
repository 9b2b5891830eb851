import texts from "../../../messages/messages_en.properties?newClient";
import { addTexts } from "../context/use-translate.ts";

addTexts(texts);
