import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readAccountEnabled } from "../../../../src/keycloak/client/read-account-enabled.ts";
import { readRealmSettings } from "../../../../src/keycloak/client/read-realm-settings.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

test("a realm tells the settings that decide whether its clients get tokens", async () => {
  served.realm.changeSettings({ enabled: false, notBefore: 7, sslRequired: "all" });
  expect(await readRealmSettings(served.apiOf())).toEqual({
    ...{ isEnabled: false, notBefore: 7, sslRequired: "all" },
    ...{ lifespan: 300, sessionLifespan: 36_000 },
  });
});

test("who may not view the realm is told that nothing is known, not that all is well", async () => {
  served.realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients", "view-users"] });
  expect(await readRealmSettings(served.apiOf("viewer"))).toBe(undefined);
});

test.each(["enabled", "notBefore", "sslRequired", "accessTokenLifespan"])(
  "of a realm that leaves out %s nothing is known",
  async (left) => {
    const settings = { enabled: true, notBefore: 0, sslRequired: "ALL", accessTokenLifespan: 60 };
    served.faults.push({
      request: /^GET $/,
      fault: answering(200, { ...settings, [left]: undefined }),
    });
    expect(await readRealmSettings(served.apiOf())).toBe(undefined);
    served.faults.push({ request: /^GET $/, fault: answering(200, settings) });
    expect(await readRealmSettings(served.apiOf())).toMatchObject({
      ...{ sslRequired: "all", sessionLifespan: undefined },
    });
  },
);

/** The user of a service account, who is disabled or not. */
function makeAccount(isEnabled: boolean): string {
  const uuid = served.realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const id = served.realm.serviceAccountUserId(uuid) ?? "";
  served.realm.enableUser(id, isEnabled);
  return id;
}

test.each([true, false])("a user whose being enabled is %s is told so", async (isEnabled) => {
  expect(await readAccountEnabled(served.apiOf(), makeAccount(isEnabled))).toBe(isEnabled);
});

test("whether a user is enabled isn't known to who may not see it, nor of one that is gone", async () => {
  served.realm.makeAdministrator({ token: "other", adminRoles: ["view-clients"] });
  expect(await readAccountEnabled(served.apiOf("other"), makeAccount(true))).toBe(undefined);
  expect(await readAccountEnabled(served.apiOf(), "gone")).toBe(undefined);
});

test("a server that fails is told as such", async () => {
  served.faults.push({ request: /^GET \/users/, fault: answering(500) });
  await expect(readAccountEnabled(served.apiOf(), makeAccount(true))).rejects.toMatchObject({
    ...{ attempt: "readServiceAccount", failure: "serverError" },
  });
});
