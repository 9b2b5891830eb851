/** On which line a part of a file stands. */
import { expect, test } from "vitest";
import { parseContents } from "../../../../src/cli/source/parse-contents.ts";
import type { Path } from "../../../../src/cli/source/source.ts";

function linesOf(text: string, file: string, ...paths: readonly Path[]): readonly number[] {
  const [content] = parseContents(text, file);
  return content?.source.linesOf(paths.map((path) => [...content.path, ...path])) ?? [];
}

const json = `{
  "realm": "demo", "note": "\\" [ { ,\\n",
  "users": [
    { "username": "a" },
    {
      "username": "b",
      "clientRoles": {
        "realm-management": ["x",
          "y"]
      }
    }
  ],
  "realm": "later"
}`;

test("parts of JSON are found by their path, all in one call", () => {
  expect(
    linesOf(
      json,
      "a.json",
      ["users"],
      ["users", 1],
      ["users", 1, "clientRoles", "realm-management", 0],
      ["users", 1, "clientRoles", "realm-management", 1],
      [],
    ),
  ).toEqual([3, 5, 8, 9, 1]);
});

test("of a name that is there twice, the last counts, as for who reads the file", () => {
  expect(linesOf(json, "a.json", ["realm"])).toEqual([13]);
});

test("for a missing part, the line of its parent is given", () => {
  const paths = [["users", 1, "groups", 0], ["users", 7], ["clients"], ["realm", "x"]];
  expect(linesOf(json, "a.json", ...paths)).toEqual([5, 3, 1, 13]);
  const yaml = "realm: demo\nusers:\n- username: a\n- username: b\n";
  expect(linesOf(yaml, "a.yaml", ...paths)).toEqual([4, 2, 1, 1]);
});

test("parts of a realm in a list of realms are found", () => {
  const [, second] = parseContents('[{"realm": "a"},\n{"realm":\n"b",\n"users": []}]', "a.json");
  expect(second?.source.linesOf([[...second.path, "users"]])).toEqual([4]);
});

test("10,000 nested lists cause no problem", () => {
  const text = `${"[\n".repeat(10_000)}${"]".repeat(10_000)}`;
  const path = Array.from({ length: 9_999 }, () => 0);
  expect(parseContents(text, "a.json")[0]?.source.linesOf([path])).toEqual([10_000]);
});

test("parts of each document of a YAML file are found", () => {
  const [, second] = parseContents("realm: a\n---\n# that\nrealm: b\nusers:\n  - x\n", "a.yaml");
  expect(second?.source.linesOf([["users", 0], ["realm"], []])).toEqual([6, 4, 4]);
});

test("merged parts and anchors have the line on which they are written", () => {
  const yaml = `x: &power
  clientRoles:
    realm-management: &roles
      - manage-users
y: &more
  groups: [a]
users:
- <<: [*power, *more]
  username: a
- username: b
  clientRoles:
    realm-management: *roles
`;
  expect(
    linesOf(
      yaml,
      "a.yaml",
      ["users", 0, "clientRoles", "realm-management", 0],
      ["users", 0, "groups", 0],
      ["users", 0, "username"],
      ["users", 1, "clientRoles", "realm-management", 0],
      ["users", 1, "clientRoles", "realm-management"],
    ),
  ).toEqual([4, 6, 9, 4, 12]);
});

test.each([
  ["a literal block", "data:\n  # that\n  x: |\n    one\n    two\n", 5],
  ["a literal block that drops its last line break", "data:\n  # that\n  x: |-\n\n    two\n", 5],
  ["a folded block", "data:\n  # that\n  x: >\n    one\n    two\n", 3],
  ["text in quotes", 'data:\n  # that\n  x: "one\\ntwo"\n', 3],
])("a line of a text in %s has the line on which it is written", (_, yaml, line) => {
  const [content] = parseContents(yaml, "a.yaml");
  expect(content?.source.lineInText?.(["data", "x"], 2)).toBe(line);
});
