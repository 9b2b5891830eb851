import { readFile, stat } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import { reasonOf } from "../reason-of.ts";
import { decodeText } from "../source/decode-text.ts";
import { filesInFolder, type PassedOver } from "../source/files-in-folder.ts";
import { standardInput } from "../source/parse-contents.ts";
import { passedOverLines } from "../source/passed-over-lines.ts";
import type { Content } from "../source/source.ts";
import { isRealm } from "../wrapped/fields.ts";
import { describeContent, mayBeRealmPart } from "./describe-content.ts";
import { type ParsedExport, parseRealmExport, readContents } from "./parse-realm-exports.ts";
import { parseEnvironment, replacePlaceholders } from "./placeholders.ts";

/** The content of realm files. */
export interface RealmFiles {
  /** The realms, or the parts of realms, in the order of the files. */
  readonly parts: readonly ParsedExport[];
  /** The skipped files of folders. */
  readonly passedOver: readonly PassedOver[];
}

async function tryTo<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (thrown) {
    throw new CliError(`${path} could not be read: ${reasonOf(thrown)}`);
  }
}

const readText = (file: string, readInput: CliHost["readInput"]) =>
  tryTo(file, async () =>
    decodeText(await (file === standardInput ? readInput() : readFile(file))),
  );

/**
 * Whether a text that can't be parsed seems to be a realm: such a file is never skipped, even in a
 * folder.
 */
const seemsToBeRealm = (text: string) =>
  /\brealm(_id)?\b/.test(text) &&
  /\b(clients|users|roles|serviceAccountClientId|keycloak_\w+)\b/.test(text);

/** The realms of a file in a folder; its other content is skipped. */
function realmsInFolder(text: string, file: string): RealmFiles {
  let contents: readonly Content[] = [];
  try {
    contents = readContents(text, file);
  } catch (thrown) {
    if (seemsToBeRealm(text)) throw thrown;
    return { parts: [], passedOver: [{ path: file, reason: "It is neither JSON nor YAML." }] };
  }
  const isMeant = ({ value }: Content) => isRealm(value) || mayBeRealmPart(value);
  const realms = contents.filter(isMeant);
  const [other] = contents.filter((content) => !isMeant(content));
  const reason = contents.length === 0 ? "It is empty." : describeContent(other?.value);
  return {
    parts: realms.map(parseRealmExport),
    passedOver: realms.length > 0 ? [] : [{ path: file, reason }],
  };
}

/** The realms of a file that a person passed: it must not contain anything else. */
function realmsOfFile(text: string, file: string): RealmFiles {
  const contents = readContents(text, file);
  if (contents.length === 0) throw new CliError(`${file} contains no realm: it is empty.`);
  return { parts: contents.map(parseRealmExport), passedOver: [] };
}

/**
 * Reads realm files. A realm may be spread over several of them.
 *
 * @param paths files and folders, as the person typed them; `-` for standard input
 * @param envFile a file with values for placeholders; without it, none is replaced
 * @throws CliError on the first file that can't be read or isn't an export of a realm, and on a
 * folder without any
 */
export async function readRealmFiles(
  paths: readonly string[],
  envFile: string | undefined,
  readInput: CliHost["readInput"],
): Promise<RealmFiles> {
  const values =
    envFile === undefined ? undefined : parseEnvironment(await readText(envFile, readInput));
  const textOf = async (file: string) => {
    const text = await readText(file, readInput);
    return values === undefined ? text : replacePlaceholders(text, values);
  };
  const found = await Promise.all(
    paths.map(async (path): Promise<readonly RealmFiles[]> => {
      const isFolder =
        path !== standardInput && (await tryTo(path, () => stat(path))).isDirectory();
      if (!isFolder) return [realmsOfFile(await textOf(path), path)];
      const { files, passedOver } = await tryTo(path, () => filesInFolder(path));
      const inFolder = await Promise.all(
        files.map(async (file) => realmsInFolder(await textOf(file), file)),
      );
      if (inFolder.every(({ parts }) => parts.length === 0)) {
        const reasons = [...passedOver, ...inFolder.flatMap((it) => it.passedOver)];
        throw new CliError(`${path} contains no export of a realm.`, ...passedOverLines(reasons));
      }
      return [...inFolder, { parts: [], passedOver }];
    }),
  );
  return {
    parts: found.flat().flatMap(({ parts }) => parts),
    passedOver: found.flat().flatMap(({ passedOver }) => passedOver),
  };
}
