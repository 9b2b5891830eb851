import { expect, test } from "vitest";
import { describePreset } from "../../../../lab/role-matrix/describe-preset.ts";
import { presetsMarkdown } from "../../../../lab/role-matrix/presets-markdown.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

const [lookup] = presets;
if (lookup === undefined) throw new Error("There is no preset.");

const texts = {
  "presets.user-lookup": "User | lookup",
  "presets.user-lookup.purpose": "Find users.",
  "group.users": "Users",
  "filter.risk.medium": "Medium",
  "consequence.readsPersonalData": "Reads all personal data",
};

test("a line has name, id, purpose, roles, and the worst that they allow, under the group's name", () => {
  expect(presetsMarkdown([describePreset(lookup, texts)]).split("\n")).toEqual(
    expect.arrayContaining([
      "## Users",
      "| Preset | For | Roles | Risk |",
      "|---|---|---|---|",
      "| **User \\| lookup** `user-lookup` | Find users. | `view-users`, `query-users` | **Medium.** Reads all personal data. |",
    ]),
  );
});
