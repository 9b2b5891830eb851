import { git } from "./git.ts";

/**
 * Whether a file belongs to the code that suites run, by its path below the project. Pages don't: suites write some of
 * them, and their results would be of no state any more. These are `docs/`, and the Markdown beside it, since the
 * README has the table of versions. Markdown in other folders would be data of code.
 */
export const isCode = (path: string): boolean =>
  !path.startsWith("docs/") && !/^[^/]+\.md$/.test(path);

/** Of paths that git separates by NUL, each once, those of code. */
const codeIn = (paths: string): readonly string[] =>
  [...new Set(paths.split("\0"))].filter((path) => path !== "" && isCode(path)).sort();

/** The files of code that git tracks, by their paths; deleted ones too until that is committed. */
export async function trackedCode(folder: string): Promise<readonly string[]> {
  return codeIn(await git(folder, "ls-files", "-z"));
}

/** The files of code that git neither tracks nor ignores. */
export async function untrackedCode(folder: string): Promise<readonly string[]> {
  return codeIn(await git(folder, "ls-files", "-z", "--others", "--exclude-standard"));
}

/** The tracked files of code that differ from the commit. */
export async function uncommittedCode(folder: string): Promise<readonly string[]> {
  return codeIn(await git(folder, "diff", "-z", "--name-only", "--relative", "HEAD"));
}
