import { expect, test } from "vitest";
import { lookAlikeOf, mixesScripts, skeletonOf } from "../../../../src/access/custom/look-alike.ts";

test.each([
  ["in other case", "user LOOKUP"],
  ["with other spaces", "User\u00a0 \u200blookup "],
  ["with punctuation", "User-lookup."],
  ["with Cyrillic letters", "Usеr lооkuр"],
  ["with Greek letters", "User lοοkup"],
  ["with full-width letters", "Ｕｓｅｒ ｌｏｏｋｕｐ"],
  ["with letters of mathematics", "𝐔𝐬𝐞𝐫 lookup"],
  ["with a capital i for an L", "User Iookup"],
  ["with a one and a zero", "User 1o0kup"],
  ["with an accent", "Usér lookup"],
  ["with a soft hyphen and a change of direction", "User\u00ad look\u202eup"],
  ["with a variation selector and a Hangul filler", "User\ufe0f\u3164lookup"],
])("a name %s looks like the built-in one", (_, name) => {
  const builtIn = new Map([["user-lookup", ["User lookup", "Benutzersuche"]]]);
  expect(lookAlikeOf(name, "mine", builtIn)).toBe("User lookup");
});

test("rn looks like m", () => {
  expect(skeletonOf("Realrn settings")).toBe(skeletonOf("Realm settings"));
});

test("marks make other letters where they aren't accents of Latin letters", () => {
  expect(skeletonOf("कि")).not.toBe(skeletonOf("का"));
  expect(skeletonOf("が")).not.toBe(skeletonOf("か"));
});

test("a preset doesn't look like itself, and the name in any language counts", () => {
  const others = new Map([
    ["a", ["Billing"]],
    ["b", ["User lookup", "Benutzersuche"]],
  ]);
  expect(lookAlikeOf("Billing", "a", others)).toBeUndefined();
  expect(lookAlikeOf("benutzer-suche", "a", others)).toBe("Benutzersuche");
  expect(lookAlikeOf("Billing sync", "c", others)).toBeUndefined();
});

test.each([
  ["Billing sync", false],
  ["Сверка счетов", false],
  ["Συγχρονισμός", false],
  ["請求 API", false],
  ["Bіlling", true],
  ["Πelatis", true],
])("whether %s mixes scripts that look alike: %s", (name, mixes) => {
  expect(mixesScripts(name)).toBe(mixes);
});

test("names that are compared again, after many others, look alike as before", () => {
  const before = skeletonOf("User lookup");
  for (let count = 0; count < 2_500; count += 1) skeletonOf(`Preset ${count}`);
  expect(skeletonOf("User lookup")).toBe(before);
  expect(skeletonOf("user l00kup")).toBe(before);
});
