import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A source file: its path below the project's root, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All scripts below a folder of the project. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => {
      const below = join(folder, path).replaceAll("\\", "/");
      return { path: below, text: readFileSync(join(root, below), "utf8") };
    });
}

/** The text of a file of the project. */
export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
