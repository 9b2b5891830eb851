import { expect, test } from "vitest";
import { isCritical } from "../../../../src/access/model/is-critical.ts";
import type { Preset } from "../../../../src/catalog/presets/presets.ts";

const preset = (...roles: readonly string[]): Preset => ({
  id: "user-lookup",
  group: "users",
  roles: roles.map((name) => ({ container: "admin", name })),
});

test("presets are critical where one of them gives critical power", () => {
  expect(isCritical([])).toBe(false);
  expect(isCritical([preset("view-users"), preset("not known")])).toBe(false);
  expect(isCritical([preset("view-users"), preset("query-users", "manage-realm")])).toBe(true);
});
