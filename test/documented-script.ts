import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../tools/test/root.ts";

/** A script as a page of the documentation has it. */
export interface DocumentedScript {
  /** The page, below the project's root. */
  readonly page: string;
  readonly script: string;
}

/** All scripts for a shell in a page, in their order, without the indentation of lists. */
export function documentedScripts(page: string): readonly DocumentedScript[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^( *)```sh\n(.*?)^ *```$/gms)].map(
    ([, indentation = "", body = ""]) => ({
      page,
      script: body.replaceAll(new RegExp(`^${indentation}`, "gm"), "").trimEnd(),
    }),
  );
}

/**
 * The one script of a page that begins so: a test that runs it runs what readers copy.
 *
 * @throws where the page has none, or several
 */
export function documentedScript(page: string, beginning: string): string {
  const found = documentedScripts(page).filter(({ script }) => script.startsWith(beginning));
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) {
    throw new Error(`${page} has ${found.length} scripts that begin with ${beginning}, not one.`);
  }
  return one.script;
}
