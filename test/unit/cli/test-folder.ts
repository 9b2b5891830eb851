import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for the files of a test. */
export interface TestFolder {
  readonly path: string;
  /** Writes a file. @returns its path */
  readonly write: (name: string, content: string) => string;
}

/** Makes a folder that is removed after the tests of this file. */
export function makeTestFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), "presets-cli-"));
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
}
