import { expect, test } from "vitest";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presetsBeside } from "../../../../src/access/presets/presets-beside.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const [lookup, organizations] = ["user-lookup", "organization-management"].map((id) =>
  presets.filter((preset) => preset.id === id),
);
const both = [...(lookup ?? []), ...(organizations ?? [])].flatMap((preset) =>
  preset.roles.map(({ name }) => name),
);

const beside = (chosen: typeof presets, ...args: Parameters<typeof makeSnapshot>) => {
  const snapshot = makeSnapshot(...args);
  return presetsBeside(chosen, snapshot, presetStates(snapshot)).map(({ id }) => id);
};

test("a preset that is assigned whole beside others keeps what it shares with them", () => {
  expect(beside(lookup ?? [], { mapped: both })).toContain("organization-management");
});

test("one that is part of the others doesn't count", () => {
  expect(beside(organizations ?? [], { mapped: both })).not.toContain("user-lookup");
});

test("one whose roles don't get into tokens counts too: they are assigned", () => {
  const scoped = { mapped: both, inScope: [] };
  expect(beside(lookup ?? [], scoped)).toContain("organization-management");
});
