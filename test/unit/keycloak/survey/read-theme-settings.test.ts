import { afterEach, expect, test, vi } from "vitest";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import { listRealms } from "../../../../src/keycloak/survey/list-realms.ts";
import { readThemeSettings } from "../../../../src/keycloak/survey/read-theme-settings.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";

afterEach(() => vi.unstubAllGlobals());

/** The Admin API of a realm that chose an admin theme, for an administrator with this role. */
function apiFor(role: string, adminTheme: string) {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  demo.changeSettings({ adminTheme });
  demo.makeAdministrator({ token: "token", adminRoles: [role] });
  vi.stubGlobal("fetch", keycloak.fetch);
  const tokens = { accessToken: async () => "token", forgetToken: () => undefined };
  return createAdminApi("https://kc.example.org", "demo", tokens);
}

test("the themes that a realm chose are read, and types without a choice are left out", async () => {
  expect([...((await readThemeSettings(apiFor("view-realm", "mine"))) ?? [])]).toEqual([
    ["admin", "mine"],
  ]);
  expect([...((await readThemeSettings(apiFor("view-realm", ""))) ?? [])]).toEqual([]);
});

test("without the right to view the realm, its themes are not known", async () => {
  expect(await readThemeSettings(apiFor("view-events", "mine"))).toBeUndefined();
});

test("an administrator of one realm gets that one listed", async () => {
  expect(await listRealms(apiFor("view-events", ""))).toEqual(["demo"]);
});
