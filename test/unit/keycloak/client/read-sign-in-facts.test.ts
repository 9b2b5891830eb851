import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readRealmFacts } from "../../../../src/keycloak/client/read-realm-facts.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

test("a realm's settings for tokens are read", async () => {
  served.realm.changeSettings({ enabled: false, notBefore: 7, sslRequired: "all" });
  expect((await readRealmFacts(served.apiOf())).settings).toEqual({
    ...{ isEnabled: false, notBefore: 7, sslRequired: "all" },
    ...{ lifespan: 300, sessionLifespan: 36_000 },
  });
});

test("without the right to view the realm, its settings are unknown, not fine", async () => {
  served.realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients", "view-users"] });
  expect((await readRealmFacts(served.apiOf("viewer"))).settings).toBe(undefined);
});

test.each(["enabled", "notBefore", "sslRequired", "accessTokenLifespan"])(
  "of a realm that leaves out %s nothing is known",
  async (left) => {
    const settings = { enabled: true, notBefore: 0, sslRequired: "ALL", accessTokenLifespan: 60 };
    served.faults.push({
      request: /^GET $/,
      fault: answering(200, { ...settings, [left]: undefined }),
    });
    expect((await readRealmFacts(served.apiOf())).settings).toBe(undefined);
    served.faults.push({ request: /^GET $/, fault: answering(200, settings) });
    expect((await readRealmFacts(served.apiOf())).settings).toMatchObject({
      ...{ sslRequired: "all", sessionLifespan: undefined },
    });
  },
);
