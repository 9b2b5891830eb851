import { expect, test } from "vitest";
import { adminClientOf, presetPlaceOf } from "../../../../src/keycloak/custom/preset-place.ts";

test.each([
  ["demo", "realm-management", false],
  ["master", "master-realm", true],
] as const)("presets of %s are used with the admin roles of %s", (realm, clientId, isInMaster) => {
  expect(adminClientOf({ realm })).toBe(clientId);
  expect(presetPlaceOf({ realm }, clientId)).toEqual({ adminClientId: clientId, isInMaster });
});
