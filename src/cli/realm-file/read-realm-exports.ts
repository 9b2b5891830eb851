import { readFile } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import { decodeText } from "./decode-text.ts";
import { type ParsedExport, parseRealmExports, standardInput } from "./parse-realm-exports.ts";
import { parseEnvironment, replacePlaceholders } from "./placeholders.ts";
import { reasonOf } from "./reason-of.ts";

async function readText(file: string, readInput: CliHost["readInput"]): Promise<string> {
  try {
    return decodeText(await (file === standardInput ? readInput() : readFile(file)));
  } catch (thrown) {
    throw new CliError(`${file} could not be read: ${reasonOf(thrown)}`);
  }
}

/**
 * Reads realm files. A realm may be spread over several of them.
 *
 * @param files paths, as the person typed them; `-` for standard input
 * @param envFile a file with values for placeholders; without it, none is replaced
 * @returns the realms, or the parts of realms, in the order of the files
 * @throws CliError on the first file that can't be read, or is no export of a realm
 */
export async function readRealmExports(
  files: readonly string[],
  envFile: string | undefined,
  readInput: CliHost["readInput"],
): Promise<readonly ParsedExport[]> {
  const values =
    envFile === undefined ? undefined : parseEnvironment(await readText(envFile, readInput));
  const parts = await Promise.all(
    files.map(async (file) => {
      const text = await readText(file, readInput);
      return parseRealmExports(
        values === undefined ? text : replacePlaceholders(text, values),
        file,
      );
    }),
  );
  return parts.flat();
}
