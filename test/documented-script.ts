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
 * The one script of a page that is this, or else begins so: a test that runs it runs what readers copy.
 * Both stand in the test as they are, since another test looks for who runs what.
 *
 * @throws where the page has none, or several
 */
export function documentedScript(page: string, beginning: string): string {
  const scripts = documentedScripts(page);
  const same = scripts.filter(({ script }) => script === beginning);
  const found =
    same.length > 0 ? same : scripts.filter(({ script }) => script.startsWith(beginning));
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) {
    throw new Error(`${page} has ${found.length} scripts that begin with ${beginning}, not one.`);
  }
  return one.script;
}

/**
 * The one file in YAML of a page that begins so.
 *
 * @throws where the page has none, or several
 */
export function documentedYaml(page: string, beginning: string): string {
  const text = readFileSync(join(root, page), "utf8");
  const all = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, body = ""]) => body);
  const [one, ...others] = all.filter((it) => it.startsWith(beginning));
  if (one === undefined || others.length > 0) {
    throw new Error(`${page} has no file in YAML that begins with ${beginning}, or several.`);
  }
  return one;
}
