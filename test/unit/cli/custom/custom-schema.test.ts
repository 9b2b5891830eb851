import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkNames } from "../../../../src/access/custom/check-names.ts";
import { readCustomPreset } from "../../../../src/access/custom/parse-custom-preset.ts";
import { CliError } from "../../../../src/cli/cli-error.ts";
import { exportPresets } from "../../../../src/cli/custom/export-presets.ts";
import { readPresetFiles } from "../../../../src/cli/custom/read-preset-files.ts";
import { anyCustomPreset } from "../../access/custom/any-custom-preset.ts";
import { nearlyPresets } from "../../access/custom/nearly-presets.ts";

const text = readFileSync("docs/schema/custom-presets.schema.json", "utf8");

const isValid = new Ajv2020({ strict: true }).compile(JSON.parse(text));

/** Whether the command line reads a document. */
async function isRead(document: unknown): Promise<boolean> {
  try {
    await readPresetFiles(["-"], async () => new TextEncoder().encode(JSON.stringify(document)));
    return true;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(CliError);
    return false;
  }
}

const preset = { id: "billing", name: "Billing", roles: [{ client: "billing", role: "write" }] };
const role = { role: "a" };
const formerly = [{ revision: 2, roles: [role] }];

test.each<readonly [string, unknown, boolean]>([
  ["one preset", preset, true],
  ["one preset with everything", { ...preset, purpose: "", revision: 3, formerly }, true],
  ["several", { presets: [preset, { ...preset, id: "b", name: "B" }] }, true],
  ["none", { presets: [] }, true],
  ["a list", [preset], true],
  ["a schema for editors", { $schema: "x", presets: [preset] }, true],
  ["a schema in one preset", { $schema: "x", ...preset }, true],
  ["a name of 80 characters", { ...preset, name: "𝒳".repeat(80) }, true],
  ["a name in another script", { ...preset, name: "請求書" }, true],
  ["nothing", {}, false],
  ["a text", "billing", false],
  ["null", null, false],
  ["an empty list", [], false],
  ["a schema in a listed preset", { presets: [{ $schema: "x", ...preset }] }, false],
  ["another field beside presets", { presets: [preset], version: 1 }, false],
  ["presets that aren't a list", { presets: preset }, false],
  ["too many presets", { presets: Array(201).fill(preset) }, false],
  ["no id", { ...preset, id: undefined }, false],
  ["another id", { ...preset, id: "Billing" }, false],
  ["a long id", { ...preset, id: "x".repeat(64) }, false],
  ["no name", { ...preset, name: undefined }, false],
  ["an empty name", { ...preset, name: "" }, false],
  ["a name of 81 characters", { ...preset, name: "x".repeat(81) }, false],
  ["a name without letters", { ...preset, name: "--" }, false],
  ["a name with a line break", { ...preset, name: "a\nb" }, false],
  ["a name with a change of direction", { ...preset, name: "a\u202eb" }, false],
  ["a name with half a character", { ...preset, name: "a\ud800" }, false],
  ["a purpose that can't be seen", { ...preset, purpose: "\u200b" }, false],
  ["a long purpose", { ...preset, purpose: "x".repeat(301) }, false],
  ["no roles", { ...preset, roles: [] }, false],
  ["a role as text", { ...preset, roles: ["a"] }, false],
  ["a role twice", { ...preset, roles: [role, role] }, false],
  [
    "too many roles",
    { ...preset, roles: Array.from({ length: 201 }, (_, at) => ({ role: `${at}` })) },
    false,
  ],
  ["an empty client", { ...preset, roles: [{ client: "", role: "a" }] }, false],
  ["null as client", { ...preset, roles: [{ client: null, role: "a" }] }, false],
  ["another field of a role", { ...preset, roles: [{ role: "a", id: "x" }] }, false],
  ["a long role", { ...preset, roles: [{ role: "x".repeat(256) }] }, false],
  ["revision 0", { ...preset, revision: 0 }, false],
  ["revision 1.5", { ...preset, revision: 1.5 }, false],
  ["a huge revision", { ...preset, revision: 1e9 + 1 }, false],
  [
    "six former revisions",
    {
      ...preset,
      revision: 9,
      formerly: [7, 6, 5, 4, 3, 2].map((revision) => ({ revision, roles: [role] })),
    },
    false,
  ],
  [
    "former roles that are empty",
    { ...preset, revision: 2, formerly: [{ revision: 1, roles: [] }] },
    false,
  ],
])("the published schema and the command line agree about %s", async (_, document, expected) => {
  // What is undefined isn't in the JSON.
  const written: unknown = JSON.parse(JSON.stringify(document));
  expect({ schema: isValid(written), command: await isRead(written) }).toEqual({
    ...{ schema: expected, command: expected },
  });
});

/** What a schema can't say. */
const beyond = ["revisionOrder", "lookAlike", "builtInId", "mixedScripts"];

test("they agree about documents that are nearly presets", () => {
  fc.assert(
    fc.property(nearlyPresets, (generated) => {
      // Objects as a parser makes them.
      const document: typeof generated = JSON.parse(JSON.stringify(generated));
      const { preset: read, problems } = readCustomPreset(document, {});
      const all = read ? checkNames(read, new Map(), []) : problems;
      const { name, purpose } = document;
      // Where something else is wrong, names haven't been looked at: that is as invalid.
      const isFine = all.every(({ kind }) => beyond.includes(kind));
      const isOnlyOrder = isFine && !read;
      const textIn = (value: unknown) => (typeof value === "string" ? value : "");
      const texts = { id: "a", name: textIn(name), purpose: textIn(purpose) };
      const named = isOnlyOrder ? checkNames(texts, new Map(), []) : [];
      const expected = isFine && named.every(({ kind }) => beyond.includes(kind));
      expect(isValid(document)).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});

test("what an export writes is valid", () => {
  fc.assert(
    fc.property(anyCustomPreset, (it) => {
      const named = { ...it, name: "Name", purpose: "" };
      expect(isValid(JSON.parse(exportPresets([named], "json", "demo")))).toBe(true);
    }),
  );
});
