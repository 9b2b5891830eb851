import { readFile, stat } from "node:fs/promises";
import { checkNames } from "../../access/custom/check-names.ts";
import { customPresetLimits as limits } from "../../access/custom/limits.ts";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import { placeText } from "../places/place.ts";
import { reasonOf } from "../reason-of.ts";
import { decodeText } from "../source/decode-text.ts";
import { duplicateKeys } from "../source/duplicate-keys.ts";
import { parseContents, standardInput } from "../source/parse-contents.ts";
import type { Content, Source } from "../source/source.ts";
import { unwrapRealms } from "../wrapped/unwrap-realms.ts";
import { builtInNames } from "./built-in-names.ts";
import {
  type FilePreset,
  type FilePresets,
  type FileProblem,
  presetsInContent,
  toFileProblem,
} from "./presets-in-content.ts";

/** A file that can't be read to its lines. */
const wholeFile = (file: string): Source => ({ file, linesOf: (paths) => paths.map(() => 1) });

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const failed = (file: string, text: string): FilePresets => ({
  presets: [],
  problems: [{ source: wholeFile(file), path: [], text }],
});

const tooLarge = (file: string, size: number) =>
  failed(file, `the file has ${megabytes(size)}; at most ${megabytes(limits.file)} are read`);

/** What JSON says twice; YAML refuses that itself. */
function saidTwice({ source }: Content, text: string): readonly FileProblem[] {
  if (!/^\s*[[{]/.test(text)) return [];
  return duplicateKeys(text).map((path) => ({
    ...{ source, path },
    text: `the field ${String(path.at(-1))} is there twice`,
  }));
}

async function readOne(file: string, readInput: CliHost["readInput"]): Promise<FilePresets> {
  let text: string;
  try {
    const size = file === standardInput ? 0 : (await stat(file)).size;
    if (size > limits.file) return tooLarge(file, size);
    const bytes = await (file === standardInput ? readInput() : readFile(file));
    if (bytes.length > limits.file) return tooLarge(file, bytes.length);
    text = decodeText(bytes);
  } catch (thrown) {
    return failed(file, `it can't be read: ${reasonOf(thrown)}`);
  }
  // A small gzipped file may be large.
  if (text.length > limits.file) return tooLarge(file, text.length);
  try {
    const contents = parseContents(text, file);
    const [first] = contents;
    if (first === undefined) return failed(file, "it is empty");
    const twice = saidTwice(first, text);
    const read = contents.flatMap(unwrapRealms).map(presetsInContent);
    return {
      presets: read.flatMap(({ presets }) => presets),
      problems: [...twice, ...read.flatMap(({ problems }) => problems)],
    };
  } catch (thrown) {
    return failed(file, `it is neither JSON nor YAML: ${reasonOf(thrown).split("\n")[0]}`);
  }
}

/** What must not be in presets that are written now, and ids that are used twice. */
function problemsAmong(all: readonly FilePreset[]): readonly FileProblem[] {
  const seen = new Map<string, FilePreset>();
  return all.flatMap((it, count) => {
    const { id } = it.preset;
    const others = all.slice(0, count).map(({ preset }) => preset);
    const problems = checkNames(it.preset, builtInNames, others).map((problem) =>
      withPlace(it, toFileProblem(it, problem)),
    );
    const first = seen.get(id);
    seen.set(id, first ?? it);
    if (first === undefined) return problems;
    const twice = toFileProblem(it, { place: "id", kind: "duplicateId", values: { id } });
    return [...problems, withPlace(it, twice)];
  });
}

/** A problem of one preset, with the place of that preset in its document. */
export function withPlace({ place }: FilePreset, problem: FileProblem): FileProblem {
  const separator = place.endsWith('"]') ? ": " : ".";
  return place === "" ? problem : { ...problem, text: `${place}${separator}${problem.text}` };
}

/** Problems in the order of files and lines, a line each. */
export function problemLines(problems: readonly FileProblem[]): readonly string[] {
  const sources = new Set(problems.map(({ source }) => source));
  return [...sources].flatMap((source) => {
    const all = problems.filter((it) => it.source === source);
    const lines = source.linesOf(all.map(({ path }) => path));
    return all
      .map(({ text }, count) => ({ text, line: lines[count] ?? 1 }))
      .sort((one, other) => one.line - other.line)
      .map(({ text, line }) => `${placeText({ file: source.file, line })}: ${text}`);
  });
}

/**
 * Reads the presets of files.
 *
 * @param files as the person typed them; `-` for standard input
 * @throws CliError with every problem of all files, each with its line
 */
export async function readPresetFiles(
  files: readonly string[],
  readInput: CliHost["readInput"],
): Promise<readonly FilePreset[]> {
  const read: FilePresets[] = [];
  for (const file of files) read.push(await readOne(file, readInput));
  const presets = read.flatMap((it) => it.presets);
  const problems = [...read.flatMap((it) => it.problems), ...problemsAmong(presets)];
  if (problems.length > 0) {
    throw new CliError("Nothing was changed, because of:", ...problemLines(problems));
  }
  return presets;
}
