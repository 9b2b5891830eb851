import { expect, test } from "vitest";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import {
  emptySearch,
  isSearching,
  searchPresets,
} from "../../../../src/panel/question/search-presets.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { inEnglish as t } from "../../texts/english.ts";

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
