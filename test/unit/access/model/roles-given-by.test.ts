import { expect, test } from "vitest";
import { rolesGivenBy } from "../../../../src/access/model/roles-given-by.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

test("presets give each of their roles once, in the order of the presets", () => {
  const chosen = presets.filter(({ id }) => ["user-lookup", "access-review"].includes(id));
  expect(rolesGivenBy(chosen).map(({ name }) => name)).toEqual([
    "view-users",
    "query-users",
    "view-realm",
  ]);
  expect(rolesGivenBy([])).toEqual([]);
});
