import { expect, test } from "vitest";
import { userRolesAddress } from "../../../../src/panel/context/user-roles-address.ts";

test("a user's roles stand on a page of the same console, whatever the realm is called", () => {
  const here = "https://host/admin/master/console/#/demo/clients/1/service-account-presets";
  expect(userRolesAddress(here, { realm: "a b/c", userId: "2" })).toBe(
    "https://host/admin/master/console/#/a%20b%2Fc/users/2/role-mapping",
  );
});
