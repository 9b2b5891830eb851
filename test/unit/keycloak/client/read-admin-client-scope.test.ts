import { afterEach, expect, test, vi } from "vitest";
import { readAdminClientScope } from "../../../../src/keycloak/client/read-admin-client-scope.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("finds the realm's client scope for the Admin API by its name", async () => {
  const { realm, apiOf } = serveKeycloak();
  expect(await readAdminClientScope(apiOf())).toBeUndefined();
  const id = realm.makeClientScope("kc-admin-api");
  expect(await readAdminClientScope(apiOf())).toEqual({ id, name: "kc-admin-api" });
});

test("an administrator who may not view client scopes doesn't know whether the realm has it", async () => {
  const { realm, apiOf } = serveKeycloak();
  realm.makeAdministrator({ token: "searching", adminRoles: ["query-clients"] });
  expect(await readAdminClientScope(apiOf("searching"))).toBe("notKnown");
  realm.makeClientScope("kc-admin-api");
  expect(await readAdminClientScope(apiOf("searching"))).toBe("notKnown");
});
