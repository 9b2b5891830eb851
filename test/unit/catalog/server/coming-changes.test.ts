import { expect, test } from "vitest";
import { changesUntil, comingChanges } from "../../../../src/catalog/server/coming-changes.ts";
import { hasFeature } from "../../../../src/catalog/server/server-features.ts";

test("Keycloak 27 comes with all that 26.8 changes", () => {
  const until = (target: "26.8" | "27") => [...changesUntil(target).keys()];
  expect(until("27")).toEqual(comingChanges.map(({ id }) => id));
  expect(until("26.8")).toEqual(until("27").slice(0, 4));
});

test("what isn't released is called planned", () => {
  const planned = comingChanges.filter(({ isPlanned }) => isPlanned);
  expect(planned.every(({ from }) => from.startsWith("27."))).toBe(true);
  expect(planned).not.toEqual([]);
});

test("a change that the product knows as a feature comes with the same release", () => {
  const from = (id: string) => comingChanges.find((change) => change.id === id)?.from;
  expect(hasFeature("masksClientSecrets", from("masksClientSecrets"))).toBe(true);
  expect(hasFeature("asksForAdminClientScope", from("asksForAdminClientScope"))).toBe(true);
  expect(hasFeature("asksForAdminClientScope", "26.8.1")).toBe(false);
});
