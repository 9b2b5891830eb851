import { afterEach, beforeEach, expect, test, vi } from "vitest";
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
