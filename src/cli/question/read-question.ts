import { readFile } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import { readHar } from "./read-har.ts";

async function readQuestionFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    const { code = String(thrown) } = thrown as NodeJS.ErrnoException;
    throw new CliError(`${path} can't be read: ${code}.`);
  }
}

/** Text of a file in UTF-8 or, with its mark, UTF-16. */
function decode(content: Uint8Array): string {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(content);
}

/**
 * Reads what is asked: the words themselves, `-` for standard input, and files. A recording of a browser
 * (HAR) is reduced to its requests.
 *
 * @param words the arguments of the command
 * @throws CliError where a file can't be read
 */
export async function readQuestion(
  words: readonly string[],
  files: readonly string[],
  { readInput }: Pick<CliHost, "readInput">,
): Promise<string> {
  const isInput = words.length === 1 && words[0] === "-";
  const contents = [
    ...(isInput ? [await readInput()] : []),
    ...(await Promise.all(files.map(readQuestionFile))),
  ].map(decode);
  return [...(isInput ? [] : [words.join(" ")]), ...contents.map((text) => readHar(text) ?? text)]
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}
