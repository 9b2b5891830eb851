import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { CliError } from "../cli-error.ts";
import { describeContent } from "./describe-content.ts";
import { type RealmExport, realmExportSchema } from "./realm-export.ts";
import { reasonOf } from "./reason-of.ts";
import { unknownFields, unusualFields } from "./unknown-fields.ts";

/** The name of standard input, in place of a file. */
export const standardInput = "-";

/** All documents of a YAML file, with merge keys (`<<`) and anchors resolved. */
function parseYaml(text: string): readonly unknown[] {
  return [...parseAllDocuments(text, { merge: true })].flatMap((parsed) => {
    const [error] = parsed.errors;
    if (error !== undefined) throw error;
    const content: unknown = parsed.toJS();
    return content === null ? [] : [content];
  });
}

/** A file says so by its name; standard input, by not beginning as JSON does. */
const isYaml = (text: string, file: string) =>
  /\.ya?ml(\.gz)?$/i.test(file) || (file === standardInput && /^\s*[^\s[{]/.test(text));

function parseContent(text: string, file: string): readonly unknown[] {
  try {
    const contents = isYaml(text, file) ? parseYaml(text) : [JSON.parse(text) as unknown];
    return contents.flatMap((content) => (Array.isArray(content) ? content : [content]));
  } catch (thrown) {
    const [reason, ...more] = reasonOf(thrown).split("\n");
    throw new CliError(`${file} could not be read: ${reason}`, ...more);
  }
}

/** A realm of a file, or a part of one. */
export interface ParsedExport {
  readonly file: string;
  readonly exported: RealmExport;
  /** Paths of fields that Keycloak doesn't have, where they may carry power. */
  readonly unknownFields: readonly string[];
  /** Fields of the realm that Keycloak doesn't have. */
  readonly unusualFields: readonly string[];
}

const hasRealm = (content: unknown) =>
  typeof content === "object" && content !== null && Object.hasOwn(content, "realm");

/**
 * Reads the export of one realm or of several, as JSON or YAML.
 *
 * @param text with placeholders replaced
 * @param file name of the file
 * @throws CliError where the text is no such export, with the file and the reason
 */
export function parseRealmExports(text: string, file: string): readonly ParsedExport[] {
  const contents = parseContent(text, file);
  if (contents.length === 0) throw new CliError(`${file} has no realm in it: it is empty.`);
  return contents.map((content) => {
    if (!hasRealm(content)) {
      throw new CliError(`${file} is no export of a realm: ${describeContent(content)}`);
    }
    const parsed = realmExportSchema.safeParse(content);
    if (!parsed.success) {
      const issues = z.prettifyError(parsed.error).split("\n");
      throw new CliError(`${file} is no export of a realm:`, ...issues);
    }
    return {
      file,
      exported: parsed.data,
      unknownFields: unknownFields(content),
      unusualFields: unusualFields(content),
    };
  });
}
