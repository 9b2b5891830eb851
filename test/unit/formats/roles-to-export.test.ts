import { expect, test } from "vitest";
import { presets } from "../../../src/catalog/presets/presets.ts";
import { handedRoles } from "../../../src/formats/roles-to-export.ts";
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
