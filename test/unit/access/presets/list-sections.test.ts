import { expect, test } from "vitest";
import { listSections } from "../../../../src/access/presets/list-sections.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import type { PresetId } from "../../../../src/catalog/presets/presets.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const idsOf = (states: readonly { readonly preset: { readonly id: PresetId } }[]) =>
  states.map(({ preset }) => preset.id);

test("the two bundles of the guide come first among the common presets", () => {
  const { common } = listSections(presetStates(makeSnapshot()), new Set());
  expect(idsOf(common).slice(0, 2)).toEqual(["user-lookup", "organization-management"]);
});

test("each preset is in one section, assigned ones in the first", () => {
  const states = presetStates(makeSnapshot({ mapped: ["view-events"] }));
  const { held, common, groups } = listSections(states, new Set<PresetId>(["event-reader"]));
  expect(idsOf(held)).toEqual(["event-reader"]);
  expect(idsOf(common)).not.toContain("event-reader");
  const all = [held, common, ...groups.map((it) => it.states)].flatMap(idsOf);
  expect(all.sort()).toEqual(idsOf(states).sort());
});

test("the guide's bundles stay among the common presets even if the server lacks their roles", () => {
  const offered = [...adminRoles.keys()].filter((name) => !name.endsWith("-organizations"));
  const { common } = listSections(presetStates(makeSnapshot({ offered })), new Set());
  expect(idsOf(common)).toContain("organization-management");
});
