import { expect, test } from "vitest";
import { presetsOfRealms } from "../../../../src/access/presets/presets-of-realms.ts";
import { presets, type RealmPreset } from "../../../../src/catalog/presets/presets.ts";

const own = (id: string, name: string): RealmPreset => ({
  id: `custom:${id}`,
  group: "custom",
  roles: [],
  custom: { name, purpose: "", revision: 1, gives: [] },
});

test("without presets of their own, realms are listed by the curated ones", () => {
  expect(presetsOfRealms([{}, { ownPresets: [] }])).toEqual(presets);
});

test("presets of realms come first, and one that several realms have stands there once", () => {
  const realms = [
    { ownPresets: [own("sync", "Sync"), own("audit", "Audit")] },
    { ownPresets: [own("sync", "Sync of another realm")] },
  ];
  const listed = presetsOfRealms(realms);
  expect(listed.slice(0, 2).map(({ id }) => id)).toEqual(["custom:sync", "custom:audit"]);
  expect(listed).toHaveLength(presets.length + 2);
});
