import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { BundledPackage } from "./bundled-packages.ts";

/** Icons and components may be called so too, so code is left out, not texts with unforeseen endings. */
const licenceFile = /^(?:licen[cs]e|notice)(?!.*\.(?:[cm]?[jt]sx?|json|map|css)$)/i;

const noFile =
  "No licence file comes with this package; its package.json names its licence by the SPDX id above.";

/**
 * Paths of a package's licence files. They are looked for in all its folders: PatternFly keeps the
 * licences of the code that it has taken over from Popper beside that code.
 */
async function licencePaths(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((path) => !path.includes("node_modules/"))
    .sort();
}

/**
 * Puts together the licences that have to be handed on with the bundled code: the text of each
 * licence file, below the packages that it is of.
 *
 * @param holder what has the code in it, for the first line
 * @throws when a package's folder cannot be read
 * @see [The MIT License](https://spdx.org/licenses/MIT.html), whose notice goes with all copies
 */
export async function collectLicences(
  packages: Iterable<BundledPackage>,
  holder: string,
): Promise<string> {
  const headings = new Map<string, Set<string>>();
  const add = (text: string, heading: string) =>
    headings.set(text, (headings.get(text) ?? new Set()).add(heading));
  for (const { name, version, licence, folder } of packages) {
    const heading = `${name} ${version} (${licence})`;
    const paths = await licencePaths(folder);
    if (paths.length === 0) add(noFile, heading);
    for (const path of paths) {
      const text = await readFile(join(folder, path), "utf8");
      add(text.replaceAll("\r\n", "\n").trimEnd(), `${heading}, ${path}`);
    }
  }
  const parts = [...headings].map(([text, of]) =>
    ["=".repeat(80), ...of, "-".repeat(80), text, ""].join("\n"),
  );
  return [
    `${holder} has code of these packages in it, each under its own licence.\n`,
    ...parts,
  ].join("\n");
}
