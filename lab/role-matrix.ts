/**
 * `npm run role-matrix`: writes what was measured of all admin roles as `docs/role-matrix.md` and
 * `docs/role-matrix.html`, and the presets as the README's table. The same measurements, presets and texts
 * give the same bytes.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { presets } from "../src/catalog/presets/presets.ts";
import { readTexts } from "../tools/build/read-texts.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { root } from "../tools/test/root.ts";
import { writeBetween } from "./markdown/write-between.ts";
import { readCallNames } from "./role-matrix/call-names.ts";
import { roleMatrixMarkdown } from "./role-matrix/markdown/role-matrix-markdown.ts";
import { presetsTable } from "./role-matrix/presets-table.ts";
import { readMeasurements } from "./role-matrix/read-measurements.ts";
import { renderPage } from "./role-matrix/render-page.ts";

const command = declareTool(
  "npm run role-matrix",
  "Writes docs/role-matrix.md, docs/role-matrix.html and the README's table of presets.",
);

/** Where the matrix is read from and written to. */
interface RoleMatrixPlaces {
  /** The directory of `26.7.json` and its like. */
  readonly measured: string;
  /** The file of the calls' names. */
  readonly names: string;
  readonly output: string;
}

/** Writes both documents and returns their paths. */
async function writeRoleMatrix(places: RoleMatrixPlaces): Promise<readonly string[]> {
  const measurements = await readMeasurements(places.measured);
  const names = await readCallNames(places.names);
  const documents = new Map([
    ["role-matrix.md", roleMatrixMarkdown(measurements, names)],
    ["role-matrix.html", await renderPage(measurements, names)],
  ]);
  await mkdir(places.output, { recursive: true });
  const paths: string[] = [];
  for (const [name, text] of documents) {
    const path = join(places.output, name);
    await writeFile(path, text);
    paths.push(path);
  }
  return paths;
}

await runTool(command, async () => {
  const paths = await writeRoleMatrix({
    measured: join(root, "src/catalog/measured"),
    names: join(root, "messages/calls_en.properties"),
    output: join(root, "docs"),
  });
  const readme = join(root, "README.md");
  const texts = JSON.parse(await readTexts(join(root, "messages/messages_en.properties"), ""));
  await writeBetween(readme, "npm run role-matrix", presetsTable(presets, texts));
  console.log([...paths, readme].map((path) => `Wrote ${path}`).join("\n"));
});
