import { readFile } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import { mergeRealmExports } from "./merge-realm-exports.ts";
import { parseRealmExports } from "./parse-realm-exports.ts";
import type { RealmExport } from "./realm-export.ts";
import { reasonOf } from "./reason-of.ts";

/** The name of standard input, in place of a file. */
const standardInput = "-";

async function readText(file: string, readInput: CliHost["readInput"]): Promise<string> {
  try {
    return await (file === standardInput ? readInput() : readFile(file, "utf8"));
  } catch (thrown) {
    throw new CliError(`${file} could not be read: ${reasonOf(thrown)}`);
  }
}

/**
 * Reads realm files. A realm may be spread over several of them.
 *
 * @param files paths, as the person typed them; `-` for standard input, which holds JSON
 * @returns each realm once, with all that the files tell of it
 * @throws CliError on the first file that can't be read, or is no export of a realm
 */
export async function readRealmExports(
  files: readonly string[],
  readInput: CliHost["readInput"],
): Promise<readonly RealmExport[]> {
  const parts = await Promise.all(
    files.map(async (file) => parseRealmExports(await readText(file, readInput), file)),
  );
  return mergeRealmExports(parts.flat());
}
