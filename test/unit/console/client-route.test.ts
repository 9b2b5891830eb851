import fc from "fast-check";
import { expect, test } from "vitest";
import { formatClientRoute, parseClientRoute } from "../../../src/console/client-route.ts";
import {
  formatServiceAccountsRoute,
  parseClientsRoute,
} from "../../../src/console/clients-route.ts";
import { parseEnvironment } from "../../../src/console/document/environment.ts";

test("a client's address is read back unchanged, whatever the realm's name", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(
      name,
      fc.uuid(),
      fc.option(name, { nil: undefined }),
      (realm, clientUuid, preset) => {
        const route = { realm, clientUuid, tab: "service-account-presets", preset };
        expect(parseClientRoute(formatClientRoute(route))).toEqual(route);
      },
    ),
  );
});

test("an address may ask for a preset beside other parameters", () => {
  const address = "#/demo/clients/1/service-account-presets?first=1&preset=user-lookup";
  expect(parseClientRoute(address)?.preset).toBe("user-lookup");
});

const ofRegistration = "#/demo/clients/client-registration/authenticated";

test.each([
  "",
  "#/",
  "#/demo/clients",
  "#/demo/users/1/settings",
  "#/%E0%A4%A/clients/1/settings",
  ofRegistration,
])("%s is no page of a client", (hash) => expect(parseClientRoute(hash)).toBeUndefined());

test("the address of the tab next to a realm's clients is read back unchanged, whatever the realm's name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (realm) => {
      const tab = "service-accounts";
      expect(parseClientsRoute(formatServiceAccountsRoute(realm))).toEqual({ realm, tab });
    }),
  );
});

test.each(["#/demo/clients", "#/demo/clients/", "#/demo/clients?first=1"])(
  "%s is the page with the clients, with no tab named",
  (hash) => expect(parseClientsRoute(hash)).toEqual({ realm: "demo", tab: undefined }),
);

test("the stock tab with its own tabs is on the page with the clients", () => {
  const tab = "client-registration/authenticated";
  expect(parseClientsRoute(ofRegistration)).toEqual({ realm: "demo", tab });
  expect(parseClientsRoute("#/demo/clients/client-registration")).toMatchObject({ realm: "demo" });
});

test.each([
  "",
  "#/demo",
  "#/demo/users",
  "#/demo/clients/1/settings",
  "#/%E0%A4%A/clients",
  `${ofRegistration}/add/max-clients`,
])("%s is not the page with the clients", (hash) =>
  expect(parseClientsRoute(hash)).toBeUndefined(),
);

const environment = {
  adminBaseUrl: "https://admin.example.org/kc",
  authServerUrl: "https://auth.example.org/kc",
  realm: "master",
  clientId: "security-admin-console",
  masterRealm: "master",
};

test("the console's environment contains the addresses", () => {
  expect(parseEnvironment(JSON.stringify(environment))).toMatchObject({
    loginRealm: "master",
    adminBaseUrl: "https://admin.example.org/kc",
  });
});

test.each(["", "null", "[]", "{}", JSON.stringify({ ...environment, authServerUrl: "nowhere" })])(
  "an environment such as %s is not used",
  (text) => expect(parseEnvironment(text)).toBeUndefined(),
);
