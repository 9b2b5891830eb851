import { LineCounter, parseAllDocuments } from "yaml";
import { jsonSource } from "./json-source.ts";
import { type Content, itemsOf } from "./source.ts";
import { yamlSource } from "./yaml-source.ts";

/** The name of standard input, in place of a file. */
export const standardInput = "-";

/** All documents of a YAML file, with merge keys (`<<`) and anchors resolved. */
function parseYaml(text: string, file: string): readonly Content[] {
  const lineCounter = new LineCounter();
  return [...parseAllDocuments(text, { merge: true, lineCounter })].flatMap((parsed) => {
    const [error] = parsed.errors;
    if (error !== undefined) throw error;
    const value: unknown = parsed.toJS();
    if (value === null) return [];
    return [{ value, source: yamlSource(parsed, lineCounter, file), path: [] }];
  });
}

/** A file says so by its name; standard input, by not beginning as JSON does. */
const isYaml = (text: string, name: string) =>
  /\.ya?ml(\.gz)?$/i.test(name) || (name === standardInput && /^\s*[^\s[{]/.test(text));

/**
 * Reads JSON or YAML: all documents, and the items of those that are lists.
 *
 * @param file where the text is from
 * @param name what tells the format by its ending, where that isn't the file
 * @throws where it is neither
 */
export function parseContents(text: string, file: string, name = file): readonly Content[] {
  const contents = isYaml(text, name)
    ? parseYaml(text, file)
    : [{ value: JSON.parse(text) as unknown, source: jsonSource(text, file), path: [] }];
  return contents.flatMap(itemsOf);
}
