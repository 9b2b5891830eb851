import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../tools/test/root.ts";

/** What unit tests of src/, and vitest.config.ts, read. */
const copied = [
  ...["src", "messages", "test", "tools", "lab"],
  ...["package.json", "tsconfig.json", "vitest.config.ts"],
];

/** A copy of the project to break things in. */
export interface ProjectCopy {
  readonly folder: string;
  readonly read: (file: string) => Promise<string>;
  readonly write: (file: string, text: string) => Promise<void>;
}

/**
 * Copies the project below itself, where Node finds its packages; an earlier copy, such as one of a
 * run that was interrupted, is replaced. Nothing is ever changed where people work.
 */
export async function copyProject(): Promise<ProjectCopy> {
  const folder = join(root, ".cache", "mutation", "guards");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of copied) await cp(join(root, name), join(folder, name), { recursive: true });
  return {
    folder,
    read: (file) => readFile(join(folder, file), "utf8"),
    write: (file, text) => writeFile(join(folder, file), text),
  };
}
