import type { z } from "zod";
import { CliError } from "../cli-error.ts";
import { reasonOf } from "../reason-of.ts";
import { parseContents } from "../source/parse-contents.ts";
import type { Content, Path } from "../source/source.ts";
import { isRealm } from "../wrapped/fields.ts";
import { unwrapRealms } from "../wrapped/unwrap-realms.ts";
import { describeContent } from "./describe-content.ts";
import { type RealmExport, realmExportSchema } from "./realm-export.ts";
import { pathText, unknownFields, unusualFields } from "./unknown-fields.ts";

/**
 * Reads the documents of a file, and the realms wrapped in them.
 *
 * @throws CliError if the text can't be read, with the file and the reason
 */
export function readContents(text: string, file: string): readonly Content[] {
  try {
    return parseContents(text, file).flatMap(unwrapRealms);
  } catch (thrown) {
    if (thrown instanceof CliError) throw thrown;
    const [reason, ...more] = reasonOf(thrown).split("\n");
    const isTemplate = /\{\{.*\}\}/.test(text);
    throw new CliError(
      `${file} could not be read: ${reason}`,
      ...more,
      ...(isTemplate ? ["It seems to be a template. Pass the output of helm template."] : []),
    );
  }
}

/** A realm of a file, or a part of one. */
export interface ParsedExport {
  readonly exported: RealmExport;
  /** The content that it was parsed from, and its place. */
  readonly content: Content;
  /** The paths of fields that Keycloak doesn't have and that could give access. */
  readonly unknownFields: readonly Path[];
  /** Fields of the realm that Keycloak doesn't have. */
  readonly unusualFields: readonly string[];
}

/**
 * The unknown fields of realm files that could give access, one line each, with their places.
 *
 * @param allowed names or paths of fields that may be unknown
 */
export function unknownFieldLines(
  parts: readonly ParsedExport[],
  allowed: readonly string[] = [],
): readonly string[] {
  const isAllowed = (path: string) =>
    allowed.some((name) => path === name || path.endsWith(`.${name}`));
  return parts.flatMap(({ content, unknownFields }) => {
    const refused = unknownFields.filter((path) => !isAllowed(pathText(path)));
    // Line numbers are determined only when needed.
    if (refused.length === 0) return [];
    const places = placesIn(content, refused);
    return refused.map((path, at) => `${places[at]}: ${pathText(path)}`);
  });
}

/**
 * @param allowed names or paths of fields that may be unknown
 * @throws CliError where something that may carry power has a field that Keycloak doesn't have
 */
export function refuseUnknownFields(
  parts: readonly ParsedExport[],
  allowed: readonly string[],
): void {
  const unknown = unknownFieldLines(parts, allowed);
  if (unknown.length === 0) return;
  throw new CliError(
    "These fields are not known, and could carry power. Allow one by --allow-unknown-field <name>:",
    ...unknown,
  );
}

/** The file and line of parts of a content, as compilers write them. */
function placesIn({ source, path }: Content, parts: readonly Path[]): readonly string[] {
  const lines = source.linesOf(parts.map((part) => [...path, ...part]));
  return lines.map((line) => `${source.file}:${line}`);
}

/** The path of an issue. JSON and YAML have no symbols as keys. */
const steps = (path: readonly PropertyKey[]): Path =>
  path.filter((step) => typeof step !== "symbol");

/** The problems of a content, each with its line. */
function describeIssues(content: Content, { issues }: z.ZodError): readonly string[] {
  const places = placesIn(
    content,
    issues.map(({ path }) => steps(path)),
  );
  return issues.map(
    ({ message, path }, place) => `${places[place]}: ${message} → at ${pathText(steps(path))}`,
  );
}

/**
 * Parses the export of a realm or a part of it.
 *
 * @throws CliError if it is something else, with the place and the reason
 */
export function parseRealmExport(content: Content): ParsedExport {
  const { value, source } = content;
  if (!isRealm(value)) {
    throw new CliError(`${source.file} isn't an export of a realm: ${describeContent(value)}`);
  }
  const parsed = realmExportSchema.safeParse(value);
  if (!parsed.success) {
    throw new CliError(
      `${source.file} isn't an export of a realm:`,
      ...describeIssues(content, parsed.error),
    );
  }
  return {
    exported: parsed.data,
    content,
    unknownFields: unknownFields(value),
    unusualFields: unusualFields(value),
  };
}
