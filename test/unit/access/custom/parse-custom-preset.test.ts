import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CustomPreset } from "../../../../src/access/custom/custom-preset.ts";
import {
  parseCustomPreset,
  readCustomPreset,
} from "../../../../src/access/custom/parse-custom-preset.ts";
import {
  presetToJson,
  writeCustomPreset,
} from "../../../../src/access/custom/write-custom-preset.ts";
import { anyText } from "../any-text.ts";
import { anyCustomPreset } from "./any-custom-preset.ts";
import { nearlyPresets } from "./nearly-presets.ts";

const billing = {
  name: "Billing sync",
  purpose: "Reads users and books invoices",
  roles: [
    { client: "realm-management", role: "view-users" },
    { client: "billing", role: "write" },
    { role: "offline_access" },
  ],
  revision: 2,
  formerly: [{ revision: 1, roles: [{ client: "billing", role: "write" }] }],
};

const parse = (document: unknown) => parseCustomPreset("billing-sync", JSON.stringify(document));

const problemsOf = (document: unknown) =>
  parse(document).problems.map(({ place, kind }) => `${place}: ${kind}`);

test("a stored preset is read with all that it says", () => {
  expect(parse(billing).preset).toEqual({ id: "billing-sync", ...billing });
});

test("a preset without purpose, revision and former roles is a first revision", () => {
  const roles = [{ role: "offline_access" }];
  expect(parse({ name: "A", roles }).preset).toEqual({
    ...{ id: "billing-sync", name: "A", purpose: "", roles },
    ...{ revision: 1, formerly: [] },
  });
});

test("in a file, the id is a field", () => {
  const file = { id: "billing-sync", ...billing };
  expect(readCustomPreset(file, {}).preset).toEqual(file);
  expect(readCustomPreset(billing, { place: "presets[3]" }).problems).toEqual([
    { place: "presets[3]", kind: "missingField", values: { field: "id" } },
  ]);
});

test("a text that isn't JSON is one problem", () => {
  expect(parseCustomPreset("a", "{").problems).toMatchObject([{ place: "", kind: "notJson" }]);
  expect(parseCustomPreset("a", "[".repeat(199_999)).problems).toHaveLength(1);
  expect(parseCustomPreset("a", " ".repeat(200_001)).problems).toMatchObject([{ kind: "tooLong" }]);
});

describe("everything that is wrong is told with its place:", () => {
  const role = { role: "a" };
  const roles = (...all: readonly unknown[]) => ({ ...billing, roles: all });
  const formerly = (...all: readonly unknown[]) => ({ ...billing, formerly: all });
  const manyRoles = Array.from({ length: 201 }, (_, count) => ({ role: `r${count}` }));
  test.each<readonly [string, unknown, readonly string[]]>([
    ["no object", [], [": wrongType"]],
    ["null", null, [": wrongType"]],
    ["nothing in it", {}, [": missingField", ": missingField"]],
    ["another field", { ...billing, color: 1 }, [": unknownField"]],
    ["an id in an attribute", { ...billing, id: "a" }, [": unknownField"]],
    ["an empty name", { ...billing, name: "" }, ["name: empty"]],
    ["a long name", { ...billing, name: "x".repeat(81) }, ["name: tooLong"]],
    ["a number as name", { ...billing, name: 1 }, ["name: wrongType"]],
    ["a long purpose", { ...billing, purpose: "x".repeat(301) }, ["purpose: tooLong"]],
    ["null as purpose", { ...billing, purpose: null }, ["purpose: wrongType"]],
    ["no roles", roles(), ["roles: noRoles"]],
    ["too many roles", { ...billing, roles: manyRoles }, ["roles: tooMany"]],
    ["roles that aren't a list", { ...billing, roles: { 0: role } }, ["roles: wrongType"]],
    ["a role as text", roles(role, "view-users"), ["roles[1]: wrongType"]],
    ["a role without name", roles({ client: "a" }), ["roles[0]: missingField"]],
    ["an empty client", roles({ client: "", role: "a" }), ["roles[0].client: empty"]],
    ["null as client", roles({ client: null, role: "a" }), ["roles[0].client: wrongType"]],
    ["a long role", roles({ role: "x".repeat(256) }), ["roles[0].role: tooLong"]],
    ["a field of a role", roles({ role: "a", id: "x" }), ["roles[0]: unknownField"]],
    ["a role twice", roles(role, { role: "b" }, role), ["roles[2]: duplicateRole"]],
    ["revision 0", { ...billing, revision: 0, formerly: [] }, ["revision: notARevision"]],
    ["revision 1.5", { ...billing, revision: 1.5 }, ["revision: notARevision"]],
    ["revision 1e300", { ...billing, revision: 1e300 }, ["revision: notARevision"]],
    [
      "a former revision that isn't older",
      formerly({ revision: 2, roles: [role] }),
      ["formerly[0].revision: revisionOrder"],
    ],
    [
      "former revisions in the wrong order",
      {
        ...billing,
        ...{ revision: 9, formerly: [1, 2].map((revision) => ({ revision, roles: [role] })) },
      },
      ["formerly[1].revision: revisionOrder"],
    ],
    [
      "too many former revisions",
      {
        ...billing,
        revision: 9,
        formerly: [6, 5, 4, 3, 2, 1].map((revision) => ({ revision, roles: [role] })),
      },
      ["formerly: tooMany"],
    ],
    [
      "a former revision without roles",
      formerly({ revision: 1, roles: [], x: 1 }),
      ["formerly[0]: unknownField", "formerly[0].roles: noRoles"],
    ],
    ["a former revision as text", formerly("1"), ["formerly[0]: wrongType"]],
    [
      "several at once",
      { name: 1, roles: [{ role: 2 }], revision: "3" },
      ["name: wrongType", "roles[0].role: wrongType", "revision: notARevision"],
    ],
  ])("%s", (_, document, problems) => {
    expect(problemsOf(document)).toEqual(problems);
  });

  test("`__proto__` is an unknown field", () => {
    const text = `{ "__proto__": { "name": "x" }, "roles": [{ "role": "a", "__proto__": null }] }`;
    expect(parseCustomPreset("a", text).problems).toEqual([
      { place: "", kind: "unknownField", values: { field: "__proto__" } },
      { place: "", kind: "missingField", values: { field: "name" } },
      { place: "roles[0]", kind: "unknownField", values: { field: "__proto__" } },
    ]);
  });

  test.each(["", "-a", "a-", "A", "a b", "a.b", "ä", "a".repeat(64), "__proto__"])(
    "the id %j",
    (id) => {
      expect(parseCustomPreset(id, JSON.stringify(billing)).problems).toEqual([
        { place: "", kind: "malformedId", values: { id } },
      ]);
    },
  );
});

test("lengths count characters, so that letters outside the basic plane count once", () => {
  expect(problemsOf({ ...billing, name: "𝒳".repeat(80) })).toEqual([]);
});

test("a preset comes back as it was written, and the same preset is the same text", () => {
  fc.assert(
    fc.property(anyCustomPreset, (preset) => {
      const value = writeCustomPreset(preset);
      const back = parseCustomPreset(preset.id, value).preset;
      expect(back).toEqual(preset);
      expect(back && writeCustomPreset(back)).toBe(value);
      const { id } = preset;
      expect(readCustomPreset({ id, ...presetToJson(preset) }, {}).preset).toEqual(preset);
    }),
  );
});

/** Says independently of the parser whether a preset is what the rest of the product may rely on. */
function isSound({ id, name, purpose, roles, revision, formerly }: CustomPreset): boolean {
  const areSound = (all: CustomPreset["roles"]) =>
    all.length >= 1 &&
    all.length <= 200 &&
    new Set(all.map((it) => `${it.client ?? ""}\u0000${it.role}`)).size === all.length &&
    all.every(
      (it) =>
        typeof it.role === "string" &&
        it.role !== "" &&
        (it.client === undefined || (typeof it.client === "string" && it.client !== "")),
    );
  const revisions = [revision, ...formerly.map((it) => it.revision)];
  return (
    /^[a-z0-9-]{1,63}$/.test(id) &&
    typeof name === "string" &&
    name !== "" &&
    [...name].length <= 80 &&
    typeof purpose === "string" &&
    [...purpose].length <= 300 &&
    areSound(roles) &&
    formerly.length <= 5 &&
    formerly.every((it) => areSound(it.roles)) &&
    revisions.every(
      (it, place) => Number.isSafeInteger(it) && it >= 1 && it < (revisions[place - 1] ?? Infinity),
    )
  );
}

test("whatever is read, it is a sound preset or has problems, and never both", () => {
  let accepted = 0;
  const judge = (document: unknown) => {
    const { preset, problems } = readCustomPreset(document, {});
    expect(preset === undefined).toBe(problems.length > 0);
    if (!preset) return;
    expect(isSound(preset)).toBe(true);
    accepted += 1;
  };
  fc.assert(fc.property(nearlyPresets, judge), { numRuns: 1000 });
  fc.assert(fc.property(fc.jsonValue(), judge));
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(parseCustomPreset("a", text).problems.length).toBeGreaterThan(0);
    }),
  );
  // Otherwise nothing was tested.
  expect(accepted).toBeGreaterThan(10);
});

test("where former roles make a preset longer than an attribute may be, the oldest are left out", () => {
  const roles = Array.from({ length: 200 }, (_, count) => ({
    client: "c".repeat(255),
    role: `${count}`.padStart(255, "r"),
  }));
  const formerly = [3, 2, 1].map((revision) => ({ revision, roles }));
  const preset = {
    id: "a",
    name: "A",
    purpose: "",
    roles: roles.slice(0, 100),
    revision: 4,
    formerly,
  };
  const value = writeCustomPreset(preset);
  expect(value.length).toBeLessThanOrEqual(200_000);
  expect(parseCustomPreset("a", value).preset?.formerly.map((it) => it.revision)).toEqual([3]);
});
