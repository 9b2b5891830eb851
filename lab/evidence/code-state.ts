import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { trackedCode } from "./code-files.ts";

/**
 * The state of the code: a hash of the paths and contents of its tracked files, as they are in the folder. Committing
 * them doesn't change it, and neither does a change of a page.
 */
export async function readState(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await trackedCode(folder)) {
    const content = await readUnlessDeleted(join(folder, path));
    if (content === undefined) continue;
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function readUnlessDeleted(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** A state as pages name it, such as `3f9c2a1`. */
export const shortState = (state: string): string => state.slice(0, 7);
