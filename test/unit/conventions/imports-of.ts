import { posix } from "node:path";
import type { SourceFile } from "./source-files.ts";

/** An import of a source file. */
export interface Import {
  /** As it stands in the source. */
  readonly from: string;
  /** The file below the project's root; undefined where a package is imported. */
  readonly path: string | undefined;
  /** `value` runs what is imported at once, `lazy` when it is asked for, `type` never. */
  readonly kind: "value" | "lazy" | "type";
}

const statement = /^(?:import|export)\s(?!type\b)[^;"]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm;
const ofTypes = /^(?:import|export)\stype\b[^;"]*?from\s+"([^"]+)"/gm;
const lazy = /\bimport\(\s*"([^"]+)"/g;

/** What a file imports: at once, lazily, and of types alone. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const found = (pattern: RegExp, kind: Import["kind"]) =>
    [...text.matchAll(pattern)].map(([, named, alone]): Import => {
      const from = named ?? alone ?? "";
      // What a query asks of a file makes no other file of it.
      const target = posix.join(posix.dirname(path), from).replace(/\?.*$/, "");
      return { from, path: from.startsWith(".") ? target : undefined, kind };
    });
  return [...found(statement, "value"), ...found(lazy, "lazy"), ...found(ofTypes, "type")];
}
