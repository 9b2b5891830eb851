import { expect, test } from "vitest";
import { reachOf } from "../../../../src/access/presets/preset-reach.ts";
import { callsAllowedBy } from "../../../../src/access/question/calls-allowed-by.ts";
import { loadMinor } from "../../../../src/catalog/measured/load-measurement.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

test("a preset allows as many calls as its opened row counts, the second time too", async () => {
  const matrix = await loadMinor("26.7");
  if (matrix === undefined) throw new Error("26.7 was not measured.");
  for (const preset of presets.filter(({ onlyIn }) => onlyIn === undefined)) {
    const { length } = reachOf(preset.roles, [], matrix).allowed;
    expect(callsAllowedBy([preset], matrix)).toBe(length);
    expect(callsAllowedBy([preset], matrix)).toBe(length);
  }
});
