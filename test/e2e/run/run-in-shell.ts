import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What a script finds. */
interface Surroundings {
  /** Files beside it, by their names. */
  readonly files?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Runs a script in a shell, as the person who copied it would.
 *
 * @returns what it printed
 * @throws when it fails
 */
export async function runInShell(
  script: string,
  { files = {}, variables = {} }: Surroundings = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "presets-call-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const { stdout } = await promisify(execFile)("sh", ["-c", script], {
      cwd: folder,
      env: { ...process.env, ...variables },
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
