import { expect, test } from "vitest";
import { checkNames, hasInvisible } from "../../../../src/access/custom/check-names.ts";

const builtIn = new Map([["user-lookup", ["User lookup"]]]);

const kinds = (preset: { id?: string; name?: string; purpose?: string }) =>
  checkNames({ id: "mine", name: "Mine", purpose: "", ...preset }, builtIn, [
    { id: "mine", name: "Mine" },
    { id: "billing", name: "Billing sync" },
  ]).map(({ place, kind }) => `${place}: ${kind}`);

test("a name of one's own is fine, that of the same preset in the store too", () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ name: "Сверка счетов", purpose: "Books invoices, nightly" })).toEqual([]);
});

test.each([
  [{ id: "user-lookup", name: "Other" }, ["id: builtInId"]],
  [{ name: "user l00kup" }, ["name: lookAlike"]],
  [{ name: "Billing-Sync" }, ["name: lookAlike"]],
  [{ name: "a\u202eb" }, ["name: invisibleCharacters"]],
  [{ name: "a\nb" }, ["name: invisibleCharacters"]],
  [{ name: "a\ud800" }, ["name: invisibleCharacters"]],
  [{ name: "…" }, ["name: noLetter"]],
  [{ name: "Bіlling" }, ["name: mixedScripts"]],
  [{ purpose: "\u2066x\u2069" }, ["purpose: invisibleCharacters"]],
])("%j is refused", (preset, problems) => {
  expect(kinds(preset)).toEqual(problems);
});

test("the problem names the preset that it looks like, and the place in a file", () => {
  const mine = { id: "mine", name: "billing sync", purpose: "" };
  expect(
    checkNames(mine, builtIn, [{ id: "billing", name: "Billing sync" }], "presets[1]"),
  ).toEqual([{ place: "presets[1].name", kind: "lookAlike", values: { other: "Billing sync" } }]);
});

test.each(["\u0000", "\u007f", "\u200b", "\u2028", "\u202e", "\ufeff", "\u3164", "\ue000"])(
  "%j can't be seen",
  (text) => {
    expect(hasInvisible(`a${text}`)).toBe(true);
  },
);
