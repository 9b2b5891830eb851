import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callNames } from "../../../../lab/role-matrix/call-names.ts";
import { roleMatrixMarkdown } from "../../../../lab/role-matrix/markdown/role-matrix-markdown.ts";
import { presetsMarkdown } from "../../../../lab/role-matrix/presets-markdown.ts";
import { readSources } from "../../../../lab/role-matrix/read-sources.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

const { measurements, page } = await readSources(".");
const read = (name: string) => readFileSync(name, "utf8");
const isCurrent = (name: string, text: string) => expect(read(name) === text, name).toBe(true);

test("docs/role-matrix.md is as `npm run role-matrix` writes it", () => {
  isCurrent("docs/role-matrix.md", roleMatrixMarkdown(measurements, callNames(page.names)));
});

test("presets documented: docs/presets.md is as `npm run role-matrix` writes it", () => {
  isCurrent("docs/presets.md", presetsMarkdown(page.presets));
});

// Its script may be older: it changes with each file of the search that it shares.
test("docs/role-matrix.html has the data that `npm run role-matrix` writes", () => {
  const [, data = ""] = read("docs/role-matrix.html").split('type="application/json">');
  expect(
    JSON.stringify(JSON.parse(data.split("</script>")[0] ?? "")) === JSON.stringify(page),
  ).toBe(true);
});

test.each(presets)(
  "presets documented: $id is in docs/presets.md with all of its roles",
  (preset) => {
    const lines = read("docs/presets.md").split("\n");
    const [line, ...others] = lines.filter((it) => it.includes(`\`${preset.id}\` |`));
    expect(others).toEqual([]);
    for (const { name } of preset.roles) expect(line).toContain(`\`${name}\``);
  },
);

test.each(presets.filter(({ redundant }) => redundant !== undefined))(
  "presets documented: the README names the documented bundle $id with its roles",
  ({ id, roles }) => {
    const { name } = page.presets.find((preset) => preset.id === id) ?? {};
    const [, entry = ""] = read("README.md").split(`- **${name}** `);
    const [text = ""] = entry.split("\n- ");
    for (const role of roles) expect(text).toContain(`\`${role.name}\``);
  },
);
