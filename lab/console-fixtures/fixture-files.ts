import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** The folder with what was recorded of a minor, such as `26.7`, below the project's. */
export const fixturesFolder = (minor: string): string => `test/unit/console/fixtures/${minor}`;

/** Writes recorded pages into a folder, one file each, in place of what it holds. */
export async function writeFixtures(
  folder: string,
  pages: ReadonlyMap<string, string>,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [page, html] of pages) await writeFile(join(folder, `${page}.html`), html);
}

/** Reads what {@link writeFixtures} wrote. */
export async function readFixtures(folder: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const file of await readdir(folder)) {
    pages.set(basename(file, ".html"), await readFile(join(folder, file), "utf8"));
  }
  return pages;
}
