import { expect, test } from "vitest";
import { allowedInWords, filteredInWords } from "../../../../lab/role-matrix/answer-in-words.ts";
import { factorSets } from "../../../../lab/role-matrix/factor-sets.ts";
import { toMeasurement } from "../../../../lab/role-matrix/read-measurements.ts";
import { callOf, newerFile, newerMeasurement } from "./sample-measurements.ts";

const roles = ["a", "b", "c", "d", "e", "f", "g", "realm-admin"];

function wordsFor(cells: string, combinations: readonly (readonly string[])[] = []) {
  const { matrix } = toMeasurement("26.10", {
    ...newerFile,
    roles,
    includes: { g: ["f"] },
    calls: [["GET", "/users", cells]],
    combinations: { "GET /users": combinations },
  });
  const [call] = matrix.calls;
  if (call === undefined) throw new Error("The matrix has no call.");
  return { allowed: allowedInWords(call, matrix), filtered: filteredInWords(call, matrix) };
}

test("lists roles that are enough on their own, and those needed together", () => {
  const members = callOf(newerMeasurement, "GET", "/organizations/{org-id}/members");
  const write = (role: string) => `<${role}>`;
  expect(allowedInWords(members, newerMeasurement.matrix, write)).toBe(
    "<manage-organizations> + <view-users>",
  );
  expect(wordsFor("aaddddda").allowed).toBe("a, b");
});

test.each([
  ["aaaaaaaa", "any role"],
  ["aaadaaaa", "any role but d"],
  ["ddddddda", "only realm-admin"],
  ["dddddddd", "none"],
  ["ffffffff", "none"],
  ["uuuuuuuu", "not known"],
])("says of %s: %s", (cells, words) => {
  expect(wordsFor(cells).allowed).toBe(words);
});

test.each([
  ["ffffffff", "any role"],
  ["fdffffff", "any role but b"],
  ["afffffaa", "any other role"],
  ["fddddffa", "a, f"],
  ["aaaaaafa", "g"],
])("says of %s that it is answered with less for: %s", (cells, words) => {
  expect(wordsFor(cells).filtered).toBe(words);
});

test("omits sets in which a composite role replaces its included roles", () => {
  const sets = [
    ["a", "f"],
    ["a", "g"],
  ];
  expect(wordsFor("ddddddda", sets).allowed).toBe("a + f");
});

test("combines sets that are all outcomes of a choice", () => {
  const sets = [
    ["a", "c"],
    ["a", "d"],
    ["b", "c"],
    ["b", "d"],
  ];
  expect(wordsFor("ddddddda", sets).allowed).toBe("(a or b) + (c or d)");
});

test("leaves other sets unchanged", () => {
  const sets = [
    ["a", "c"],
    ["a", "d"],
    ["b", "c"],
  ];
  expect(factorSets(sets)).toEqual([
    [["a"], ["c"]],
    [["a"], ["d"]],
    [["b"], ["c"]],
  ]);
  expect(factorSets([["a"], ["b", "c"]])).toEqual([[["a"]], [["b"], ["c"]]]);
  expect(factorSets([])).toEqual([]);
});
