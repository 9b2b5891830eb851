import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFixtures, writeFixtures } from "./fixture-files.ts";

/** File names of scripts carry a hash of their content, which each build changes. */
const hash = /-[\w-]{8}\.js/g;

/**
 * Tells how two folders of recorded pages differ, as `git diff` does. Hashes in names of files don't count.
 *
 * @returns an empty text where they are the same
 * @throws Error where there is no git
 */
export async function diffFixtures(before: string, now: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "presets-console-"));
  try {
    for (const [name, from] of Object.entries({ before, now })) {
      const pages = await readFixtures(from);
      const plain = [...pages].map(
        ([page, html]) => [page, html.replace(hash, "-HASH.js")] as const,
      );
      await writeFixtures(join(folder, name), new Map(plain));
    }
    return await gitDiff(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function gitDiff(folder: string): Promise<string> {
  const words = ["diff", "--no-index", "--no-prefix", "--no-color", "before", "now"];
  return new Promise((resolve, reject) => {
    execFile("git", words, { cwd: folder }, (error, stdout) => {
      // With 1, git tells that there are differences.
      if (error === null || error.code === 1) resolve(stdout);
      else reject(error);
    });
  });
}
