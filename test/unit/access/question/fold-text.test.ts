import { expect, test } from "vitest";
import { filterWords, foldText } from "../../../../src/access/question/fold-text.ts";

test.each([
  ["Überprüfung", "uberprufung"],
  ["ÉVÉNEMENTS", "evenements"],
  ["ＡＢＣ", "abc"],
  // Turkish browsers would make "ı" of "I" with the language's own rules.
  ["IDENTITY", "identity"],
])("%s is searched as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("the voicing marks of kana stay, since they make other letters", () => {
  expect(foldText("が")).toBe("が");
  expect(foldText("が")).not.toBe(foldText("か"));
});

test("a filter searches for each word, and ignores separators", () => {
  expect(filterWords("  View-Users, données ")).toEqual(["view-users", "donnees"]);
  expect(filterWords(" , ")).toEqual([]);
});
