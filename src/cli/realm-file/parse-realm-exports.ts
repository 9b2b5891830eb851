import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { CliError } from "../cli-error.ts";
import { type RealmExport, realmExportSchema } from "./realm-export.ts";
import { reasonOf } from "./reason-of.ts";

function parseContent(text: string, file: string): unknown {
  try {
    return /\.ya?ml$/i.test(file) ? parseYaml(text) : JSON.parse(text);
  } catch (thrown) {
    const [reason, ...more] = reasonOf(thrown).split("\n");
    throw new CliError(`${file} could not be read: ${reason}`, ...more);
  }
}

/**
 * Reads the export of one realm or of several, as JSON or, where the file is named so, as YAML.
 *
 * @param file name of the file
 * @throws CliError where the text is no such export, with the file and the reason
 */
export function parseRealmExports(text: string, file: string): readonly RealmExport[] {
  const content = parseContent(text, file);
  return (Array.isArray(content) ? content : [content]).map((item) => {
    const parsed = realmExportSchema.safeParse(item);
    if (parsed.success) return parsed.data;
    const issues = z.prettifyError(parsed.error).split("\n");
    throw new CliError(`${file} is no export of a realm:`, ...issues);
  });
}
