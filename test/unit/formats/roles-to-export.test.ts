import { expect, test } from "vitest";
import { presets, type RealmPreset } from "../../../src/catalog/presets/presets.ts";
import { handedRoles, rolesNotHanded } from "../../../src/formats/roles-to-export.ts";
import { makeSnapshot } from "../access/make-snapshot.ts";

const presetsOf = (...ids: readonly string[]) => presets.filter(({ id }) => ids.includes(id));

test("presets hand over each of their roles once", () => {
  const chosen = presetsOf("user-lookup", "access-review", "realm-creation");
  expect(handedRoles(chosen)).toEqual({
    adminRoles: ["query-users", "view-realm", "view-users"],
    realmRoles: ["create-realm"],
  });
});

test("the current roles are the assigned ones, not the included ones", () => {
  const snapshot = makeSnapshot({
    mapped: ["view-users"],
    heldOtherwise: ["view-events"],
  });
  expect(handedRoles(snapshot).adminRoles).toEqual(["view-users"]);
});

test("roles of other clients and of the realm are told as those that no format writes", () => {
  const own: RealmPreset = {
    id: "custom:billing",
    group: "custom",
    roles: [
      { container: "admin", name: "view-users" },
      { container: "client/billing", name: "write" },
      { container: "otherRealm", name: "bookkeeper" },
    ],
    custom: { name: "Billing", purpose: "", revision: 1, gives: [] },
  };
  expect(handedRoles([own])).toEqual({ adminRoles: ["view-users"], realmRoles: [] });
  expect(rolesNotHanded([own]).map(({ name }) => name)).toEqual(["write", "bookkeeper"]);
  expect(rolesNotHanded(presetsOf("user-lookup"))).toEqual([]);
});
