import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import { describeProblem } from "../../../../src/panel/context/describe-problem.ts";
import { createTranslate } from "../../../../src/panel/context/translate.ts";
import {
  emptySearch,
  isSearching,
  searchPresets,
} from "../../../../src/panel/presets/search-presets.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { readText } from "../../conventions/source-files.ts";

const textsOf = (language: string) =>
  new Map(
    Object.entries(parse(readText(`messages/messages_${language}.properties`))).map(
      ([key, text]) => [key, String(text)],
    ),
  );

const t = createTranslate({ locale: "en", texts: textsOf("en") });

test("gaps are filled with the values as they are, and plural forms follow the count", () => {
  expect(t("done.remove", { preset: "$& {{roles}}", roles: "<b>" })).toBe(
    "$& {{roles}} removed: <b> taken away",
  );
  expect(t("status.missing", { count: 1 })).toBe("1 role missing");
  expect(t("status.missing", { count: 2 })).toBe("2 roles missing");
  expect(t("no.such.text")).toBe("no.such.text");
});

test("what a language lacks is said in English, with the numbers of the language", () => {
  const english = {
    locale: "en",
    texts: new Map([
      ["n_one", "{{count}} role"],
      ["n_other", "{{count}} roles"],
    ]),
  };
  const german = {
    locale: "de",
    texts: new Map([
      ["m_one", "{{count}} Rolle"],
      ["m_other", "{{count}} Rollen"],
    ]),
  };
  const say = createTranslate(german, english);
  expect(say("m", { count: 1 })).toBe("1 Rolle");
  expect(say("m", { count: 1234 })).toBe("1.234 Rollen");
  expect(say("n", { count: 1234 })).toBe("1.234 roles");
});

test("nothing is never said to be one", () => {
  const texts = new Map([
    ["n_one", "1 rôle"],
    ["n_other", "{{count}} rôles"],
  ]);
  const say = createTranslate({ locale: "fr", texts });
  expect([0, 1, 2].map((count) => say("n", { count }))).toEqual(["0 rôles", "1 rôle", "2 rôles"]);
});

test("a language with one form for all numbers needs no other", () => {
  const texts = new Map([["n_other", "ロール {{count}} 件"]]);
  expect(createTranslate({ locale: "ja", texts })("n", { count: 1 })).toBe("ロール 1 件");
});

test.each([
  ["reset password", ["user-management"]],
  ["VIEW-EVENTS", ["event-reader", "event-reader-with-user-names"]],
  ["OpenTofu", ["realm-as-code"]],
  ["nothing of the kind", []],
])("searching for %s finds the presets for that job", (text, ids) => {
  const found = searchPresets(presetStates(makeSnapshot()), { ...emptySearch, text }, [t]);
  expect(found.map(({ preset }) => preset.id)).toEqual(ids);
});

test("filters narrow by state, risk and group together", () => {
  const states = presetStates(makeSnapshot({ mapped: ["view-users"] }));
  const search = { ...emptySearch, state: ["applied"], group: ["users"] } as const;
  expect(searchPresets(states, search, [t]).map(({ preset }) => preset.id)).toEqual([
    "user-lookup",
  ]);
  expect(searchPresets(states, { ...search, risk: ["critical"] }, [t])).toEqual([]);
});

test.each([
  [false, "nothing", {}],
  [true, "a text", { text: "users" }],
  [true, "a filter", { risk: ["low"] as const }],
])("it is %s that %s is searched for", (isOne, _, part) => {
  expect(isSearching({ ...emptySearch, ...part })).toBe(isOne);
});

test("a problem says what was tried, on what, why it failed, and what the server said", () => {
  const thrown = new AdminApiError({
    attempt: "addMappings",
    failure: "refused",
    status: 400,
    serverMessage: "<img src=x>",
  });
  const values = { preset: "User lookup", clientId: "api-client" };
  expect(describeProblem(t, thrown, "add", values)).toEqual({
    title: "Could not apply User lookup to api-client",
    reason: "The server refused it (400). Load again to see what holds now, then try again.",
    serverMessage: "<img src=x>",
    remedy: "retry",
  });
});
