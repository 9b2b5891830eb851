import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const prefix = ".partial-";
const abandonedAfterMilliseconds = 6 * 60 * 60 * 1000;

/**
 * A name in that folder for something that is not complete yet. What is complete is renamed away
 * from it, so that nobody ever sees a half download or a half unpacked tree under its real name.
 * What still has it when our process exits is removed.
 */
export function partialName(folder: string): string {
  const path = join(folder, `${prefix}${randomUUID()}`);
  if (given.size === 0) process.once("exit", removeGiven);
  given.add(path);
  return path;
}

const given = new Set<string>();

function removeGiven(): void {
  for (const path of given) rmSync(path, { recursive: true, force: true });
}

/**
 * Removes what killed runs left under partial names in that folder. Younger ones stay: they
 * may belong to a process that is still at work.
 */
export async function removeAbandonedPartials(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(prefix)) {
      continue;
    }
    const path = join(folder, name);
    const status = await stat(path).catch(() => undefined);
    if (status !== undefined && Date.now() - status.mtimeMs > abandonedAfterMilliseconds) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
