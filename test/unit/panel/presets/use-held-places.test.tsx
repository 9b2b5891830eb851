// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets, type RealmPreset } from "../../../../src/catalog/presets/presets.ts";
import { useHeldPlaces } from "../../../../src/panel/presets/use-held-places.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

const own: RealmPreset = {
  id: "custom:reader",
  group: "custom",
  roles: [{ container: "admin", name: "query-groups" }],
  custom: { name: "Reader", purpose: "", revision: 1, gives: [] },
};

const statesOf = (mapped: readonly string[], known: Parameters<typeof presetStates>[1]) =>
  presetStates(makeSnapshot({ mapped }), known);

test("a preset that is applied stays where it is listed, and one that is no longer held moves", () => {
  const { result, rerender } = renderHook(useHeldPlaces, {
    initialProps: statesOf(["view-events"], presets),
  });
  expect([...result.current]).toEqual(["event-reader"]);
  rerender(statesOf(["view-events", "create-client"], presets));
  expect([...result.current]).toEqual(["event-reader"]);
  rerender(statesOf(["create-client"], presets));
  expect([...result.current]).toEqual(["client-registration"]);
});

test("presets of the realm, which are read later, are listed as held where they are", () => {
  const { result, rerender } = renderHook(useHeldPlaces, {
    initialProps: statesOf(["query-groups"], presets),
  });
  expect([...result.current]).toEqual([]);
  rerender(statesOf(["query-groups"], [own, ...presets]));
  expect([...result.current]).toEqual(["custom:reader"]);
});
