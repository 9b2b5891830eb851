import { afterEach, expect, test, vi } from "vitest";
import { countOwnAttributes } from "../../../../src/keycloak/survey/count-own-attributes.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

test("clients are counted by the attributes that this extension writes, and by no others", async () => {
  const { realm, apiOf } = serveKeycloak();
  const owned = {
    owner: "Team Billing",
    "review-date": "soon",
    other: "x",
    "service-account-presets.custom.reader": "2",
  };
  realm.makeClient({ clientId: "a", attributes: owned });
  realm.makeClient({ clientId: "b", attributes: { owner: "Team Shipping" } });
  expect(await countOwnAttributes(apiOf())).toEqual(
    new Map([
      ["owner", 2],
      ["review-date", 1],
      ["service-account-presets.custom.reader", 1],
    ]),
  );
});

test("where clients may not be seen, none is claimed", async () => {
  const { realm, apiOf, faults } = serveKeycloak();
  realm.makeAdministrator({ token: "bert", adminRoles: ["query-clients"] });
  expect(await countOwnAttributes(apiOf("bert"))).toBe(undefined);
  faults.push({ request: /^GET \/clients/, fault: answering(403) });
  expect(await countOwnAttributes(apiOf())).toBe(undefined);
  faults.push({ request: /^GET \/clients/, fault: answering(500) });
  await expect(countOwnAttributes(apiOf())).rejects.toMatchObject({ attempt: "survey" });
});
