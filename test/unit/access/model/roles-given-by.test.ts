import { expect, test } from "vitest";
import { rolesGivenBy } from "../../../../src/access/model/roles-given-by.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

test("presets give each of their roles once, in the order of the presets", () => {
  const names = rolesGivenBy(
    presets.filter(({ id }) => id === "access-review" || id === "usage-statistics"),
  ).map(({ name }) => name);
  expect(names).toEqual(["view-users", "view-realm", "query-users"]);
  expect(rolesGivenBy([])).toEqual([]);
});
