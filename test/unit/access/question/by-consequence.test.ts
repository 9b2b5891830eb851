import { expect, test } from "vitest";
import { callsAllowedBy } from "../../../../src/access/question/calls-allowed-by.ts";
import { byConsequence } from "../../../../src/access/question/recommend-presets.ts";
import { loadMeasurement } from "../../../../src/catalog/measured/load-measurement.ts";
import { type PresetId, presets } from "../../../../src/catalog/presets/presets.ts";

const { matrix } = await loadMeasurement("main-BbID33M6.js", new Set());

const setOf = (...ids: readonly PresetId[]) => presets.filter(({ id }) => ids.includes(id));

const orderOf = (...sets: readonly (readonly PresetId[])[]) =>
  byConsequence(
    sets.map((ids) => setOf(...ids)),
    matrix,
  ).map(({ presets: set }) => set.map(({ id }) => id).join());

test("what does less harm comes first, also where it takes more presets", () => {
  expect(orderOf(["user-management"], ["user-lookup", "realm-settings-reader"])).toEqual([
    "user-lookup,realm-settings-reader",
    "user-management",
  ]);
});

test("of equal harm, fewer presets come first, and the calls that they allow are counted", () => {
  const lookup = setOf("user-lookup");
  const [first, second] = byConsequence([[...lookup, ...lookup], lookup], matrix);
  expect(first?.presets).toHaveLength(1);
  expect(first?.allowed).toBe(callsAllowedBy(lookup, matrix));
  expect(first?.allowed).toBeGreaterThan(20);
  expect(second?.allowed).toBe(first?.allowed);
});

test("nothing is recommended where nothing is sufficient", () => {
  expect(orderOf()).toEqual([]);
});
