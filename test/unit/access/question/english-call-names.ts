import names from "../../../../messages/calls_en.properties";

/** What calls are called in English, by their keys. */
export const englishCallNames: ReadonlyMap<string, string> = new Map(Object.entries(names));
