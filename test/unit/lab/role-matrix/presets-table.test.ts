import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { presetsTable } from "../../../../lab/role-matrix/presets-table.ts";
import texts from "../../../../messages/messages_en.properties";
import { presets } from "../../../../src/catalog/presets/presets.ts";

const readme = readFileSync("README.md", "utf8");

test("presets documented: the README's table is as `npm run role-matrix` writes it", () => {
  expect(readme).toContain(`\n\n${presetsTable(presets, texts)}\n\n`);
});

test.each(presets)("presets documented: $id is in the README with all of its roles", (preset) => {
  const [line, ...others] = readme.split("\n").filter((it) => it.includes(`\`${preset.id}\` |`));
  expect(others).toEqual([]);
  for (const { name } of preset.roles) expect(line).toContain(`\`${name}\``);
});

test("a line has name, id, purpose, roles, and the worst that they allow", () => {
  const [lookup] = presets;
  expect(lookup?.id).toBe("user-lookup");
  const lines = presetsTable(lookup === undefined ? [] : [lookup], {
    "presets.user-lookup": "User | lookup",
    "presets.user-lookup.purpose": "Find users.",
    "filter.risk.medium": "Medium",
    "consequence.readsPersonalData": "Reads all personal data",
  }).split("\n");
  expect(lines).toEqual([
    "| Preset | For | Roles | Risk |",
    "|---|---|---|---|",
    "| **User \\| lookup** `user-lookup` | Find users. | `view-users`, `query-users` | **Medium.** Reads all personal data. |",
  ]);
});
