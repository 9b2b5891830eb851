import { readFile } from "node:fs/promises";
import { isMap, parseDocument } from "yaml";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import type { ParsedExport } from "../realm-file/parse-realm-exports.ts";
import { readRealmFiles } from "../realm-file/read-realm-files.ts";
import { readPolicy } from "./limits.ts";
import type { PolicyFile } from "./parse-policy.ts";

/** The policy and realm files that a server is compared with. */
export interface Reference {
  readonly policy: PolicyFile | undefined;
  readonly realms: readonly ParsedExport[];
}

/** Whether a file is a policy: it has `allow` at the top level and isn't a realm. */
async function isPolicy(file: string): Promise<boolean> {
  if (!/\.(ya?ml|json)$/i.test(file)) return false;
  // If it can't be read or parsed, reading it as a realm reports the error.
  const text = await readFile(file, "utf8").catch(() => "");
  // Realm files may be huge.
  if (!/(^|[\s{,"'])allow["']?\s*:/.test(text)) return false;
  const { contents } = parseDocument(text);
  return isMap(contents) && contents.has("allow") && !contents.has("realm");
}

/**
 * Reads what a server is compared with: one policy, from `--policy` or `--against`, and realm
 * files.
 *
 * @throws CliError if a file can't be used, or if there are two policies
 */
export async function readReference(
  policyFile: string | undefined,
  against: readonly string[],
  readInput: CliHost["readInput"],
): Promise<Reference> {
  const kinds = await Promise.all(against.map(isPolicy));
  const policies = [
    ...(policyFile === undefined ? [] : [policyFile]),
    ...against.filter((_, at) => kinds[at] === true),
  ];
  const [file, second] = policies;
  if (second !== undefined)
    throw new CliError(`Pass only one policy, not several: ${policies.join(", ")}.`);
  const realms = against.filter((_, at) => kinds[at] !== true);
  const { parts } = await readRealmFiles(realms, undefined, readInput);
  return { policy: file === undefined ? undefined : await readPolicy(file), realms: parts };
}
