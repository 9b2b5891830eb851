import { expect, test } from "vitest";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { presetIdOf } from "../../../../src/panel/change/preset-id-of.ts";

test("a goal belongs to a preset where it is about that one alone", () => {
  const idOf = (count: number) => presetIdOf({ mode: "add", presets: presets.slice(0, count) });
  expect([0, 1, 2].map(idOf)).toEqual([undefined, presets[0]?.id, undefined]);
});
