import { execa } from "execa";
import { ExpectedError } from "../../tools/command/expected-error.ts";

/**
 * Runs git in a folder.
 *
 * @returns what it printed
 * @throws ExpectedError where there is no git, or the folder is no clone: only git knows which files belong to the code
 */
export async function git(folder: string, ...words: readonly string[]): Promise<string> {
  const { failed, stdout, stderr, originalMessage } = await execa("git", words, {
    cwd: folder,
    reject: false,
    stripFinalNewline: false,
  });
  if (!failed) return stdout;
  throw new ExpectedError(`git ${words[0]} failed in ${folder}: ${stderr || originalMessage}`);
}
