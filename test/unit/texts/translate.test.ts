import { expect, test } from "vitest";
import { createTranslate } from "../../../src/texts/translate.ts";
import { inEnglish as t } from "./english.ts";

const translateWith = (locale: string, texts: Readonly<Record<string, string>>) =>
  createTranslate({ locale, texts: new Map(Object.entries(texts)) });

test("gaps are filled with the values as they are, and plural forms follow the count", () => {
  expect(t("done.remove", { preset: "$& {{roles}}", roles: "<b>" })).toBe(
    "$& {{roles}} removed: <b> unassigned",
  );
  expect(t("accounts.looseRoles", { count: 1 })).toBe("1 role outside any preset");
  expect(t("accounts.looseRoles", { count: 2 })).toBe("2 roles outside any preset");
});

test("a text that is not loaded is shown as its key", () => {
  expect(translateWith("en", {})("loading")).toBe("loading");
});

test("what a language lacks is said in English, with the numbers of the language", () => {
  const english = {
    locale: "en",
    texts: new Map([
      ["accounts.looseRoles_one", "{{count}} role"],
      ["accounts.looseRoles_other", "{{count}} roles"],
    ]),
  };
  const german = {
    locale: "de",
    texts: new Map([
      ["accounts.count_one", "{{count}} Dienstkonto"],
      ["accounts.count_other", "{{count}} Dienstkonten"],
    ]),
  };
  const say = createTranslate(german, english);
  expect(say("accounts.count", { count: 1 })).toBe("1 Dienstkonto");
  expect(say("accounts.count", { count: 1234 })).toBe("1.234 Dienstkonten");
  expect(say("accounts.looseRoles", { count: 1234 })).toBe("1.234 roles");
});

test("nothing is never said to be one", () => {
  const say = translateWith("fr", {
    "accounts.looseRoles_one": "1 rôle",
    "accounts.looseRoles_other": "{{count}} rôles",
  });
  expect([0, 1, 2].map((count) => say("accounts.looseRoles", { count }))).toEqual([
    "0 rôles",
    "1 rôle",
    "2 rôles",
  ]);
});

test("a language with one form for all numbers needs no other", () => {
  const say = translateWith("ja", { "accounts.looseRoles_other": "ロール {{count}} 件" });
  expect(say("accounts.looseRoles", { count: 1 })).toBe("ロール 1 件");
});

test("a key that does not exist, and a value that is missing or of no use, do not compile", () => {
  const calls = [
    // @ts-expect-error No text has this key.
    () => t("no.such.text"),
    // @ts-expect-error A plural wants its count.
    () => t("accounts.looseRoles"),
    // @ts-expect-error A count is a number.
    () => t("accounts.looseRoles", { count: "two" }),
    // @ts-expect-error The gap `roles` is left open.
    () => t("done.remove", { preset: "User lookup" }),
    // @ts-expect-error The text has no gap `role`.
    () => t("status.includedIn", { preset: "User lookup", role: "view-users" }),
    // @ts-expect-error Not each of these statuses has a text.
    (kind: "applied" | "brandNew") => t(`status.${kind}`),
    // @ts-expect-error Any word might stand here.
    (kind: string) => t(`status.${kind}`),
  ];
  expect(calls).toHaveLength(7);
});
