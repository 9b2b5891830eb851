import { expect, test } from "vitest";
import { checkDraft } from "../../../../src/access/custom/check-draft.ts";

const builtIn = new Map([["user-lookup", ["User lookup", "Benutzersuche"]]]);
const others = [
  { id: "billing", name: "Billing sync" },
  { id: "own", name: "Own name" },
];
const fine = { name: "Reports", purpose: "", roles: [{ role: "a" }] };

const kindsOf = (draft: Partial<typeof fine>, id = "own") =>
  checkDraft({ ...fine, ...draft }, id, builtIn, others).map(
    ({ place, kind }) => `${place}: ${kind}`,
  );

test.each([
  ["what is complete", {}, []],
  ["no name", { name: "" }, ["name: empty"]],
  ["a name of 80 characters", { name: `${"\u{1F600}".repeat(79)}a` }, []],
  ["a longer name", { name: `${"\u{1F600}".repeat(80)}a` }, ["name: tooLong"]],
  ["a longer purpose", { purpose: "x".repeat(301) }, ["purpose: tooLong"]],
  ["a purpose that changes direction", { purpose: "a\u202eb" }, ["purpose: invisibleCharacters"]],
  ["a built-in name of another language", { name: "BENUTZERSUCHE" }, ["name: lookAlike"]],
  ["the name of another preset", { name: "billing  sync" }, ["name: lookAlike"]],
  ["its own name", { name: "Own name" }, []],
  ["a name without a letter", { name: "?!" }, ["name: noLetter"]],
  ["no roles", { roles: [] }, ["roles: noRoles"]],
  [
    "too many roles",
    { roles: Array.from({ length: 201 }, (_, count) => ({ role: `${count}` })) },
    ["roles: tooMany"],
  ],
] as const)("%s", (_, draft, kinds) => {
  expect(kindsOf(draft as Partial<typeof fine>)).toEqual(kinds);
});
