/**
 * `npm run role-matrix`: writes what was measured of all admin roles as `docs/role-matrix.md` and
 * `docs/role-matrix.html`, and the presets as `docs/presets.md`. The same measurements, presets and texts
 * give the same bytes.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { root } from "../tools/test/root.ts";
import { callNames } from "./role-matrix/call-names.ts";
import { roleMatrixMarkdown } from "./role-matrix/markdown/role-matrix-markdown.ts";
import { presetsMarkdown } from "./role-matrix/presets-markdown.ts";
import { readSources } from "./role-matrix/read-sources.ts";
import { renderPage } from "./role-matrix/render-page.ts";

const command = declareTool(
  "npm run role-matrix",
  "Writes docs/role-matrix.md, docs/role-matrix.html and docs/presets.md.",
);

await runTool(command, async () => {
  const { measurements, page } = await readSources(root);
  const documents = {
    "role-matrix.md": roleMatrixMarkdown(measurements, callNames(page.names)),
    "role-matrix.html": await renderPage(page),
    "presets.md": presetsMarkdown(page.presets),
  };
  for (const [name, text] of Object.entries(documents)) {
    await writeFile(join(root, "docs", name), text);
    console.log(`Wrote docs/${name}`);
  }
});
