// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of realm files.
import { describe, expect, test } from "vitest";
import { exportFormats } from "../../../src/formats/export-formats.ts";
import type { Handover } from "../../../src/formats/handover.ts";
import { namesReplacedByImport } from "../../../src/formats/names-replaced-by-import.ts";
import { userLookup } from "./any-handover.ts";

/** A name in each place that one can stand in. */
const placed = (name: string): readonly Handover[] => [
  { ...userLookup, realm: name },
  { ...userLookup, clientId: name },
  { ...userLookup, adminClientId: name },
  { ...userLookup, adminRoles: ["view-users", name] },
  { ...userLookup, realmRoles: [name] },
];

describe.each(["${HOME}", "a${b", "$${x}", "$(env:HOME)", "a$(b", "$$(x)"])("%j", (name) => {
  test("is found in each place", () => {
    expect(placed(name).map(namesReplacedByImport)).toEqual(placed(name).map(() => [name]));
  });

  test("is rejected for a realm file, and written in every other format", () => {
    const refusing = exportFormats.filter(({ unwritable }) =>
      placed(name).every((handover) => unwritable(handover).length > 0),
    );
    expect(refusing.map(({ id }) => id)).toEqual(["realm-json", "operator"]);
    const others = exportFormats.filter((format) => !refusing.includes(format));
    expect(others.flatMap(({ unwritable }) => placed(name).flatMap(unwritable))).toEqual([]);
  });
});

test.each(["a$", "$a", "{a}", "(a)", "$ {a}", "%{a}", "#{a}", "{{a}}", "\\u0024"])(
  "%j stays as it is",
  (name) => {
    expect(placed(name).flatMap(namesReplacedByImport)).toEqual([]);
  },
);

test("each name is named once", () => {
  const name = "${a}";
  const handover = { ...userLookup, realm: name, clientId: name, adminRoles: ["$(b)"] };
  expect(namesReplacedByImport(handover)).toEqual([name, "$(b)"]);
});
