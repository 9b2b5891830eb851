import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  findAdministeredRealms,
  mostRealms,
} from "../../../../src/keycloak/survey/find-administered-realms.ts";
import { type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
  served.keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
});

afterEach(() => vi.unstubAllGlobals());

/** Makes what stands in `master` for realms of these names. */
function standFor(...realms: readonly string[]): void {
  for (const realm of realms) {
    served.keycloak.master.makeClient({ clientId: `${realm}-realm`, protocol: "" });
  }
}

const find = (text: string) => findAdministeredRealms(served.apiOf("root", "master"), text);

test("realms are found by part of their name, and other clients aren't mistaken for realms", async () => {
  standFor("shop", "workshop", "bank");
  const { master } = served.keycloak;
  master.makeClient({ clientId: "shop-app", protocol: "" });
  // A client for programs may be called like one of a realm.
  master.makeClient({ clientId: "shop-of-a-realm" });
  expect(await find("shop")).toEqual({ realms: ["shop", "workshop"], isCut: false });
});

test("a text that only what is added to the names contains finds no realm but its own", async () => {
  standFor("shop", "real");
  expect((await find("real")).realms).toEqual(["real", "shop"]);
  expect((await find("nothing")).realms).toEqual([]);
});

test("without a text the first realms are listed", async () => {
  standFor("shop", "bank");
  expect(await find("")).toEqual({ realms: ["bank", "shop"], isCut: false });
});

test("one request finds them, and a second only where so many others contain the name", async () => {
  standFor("shop", "workshop");
  await find("shop");
  expect(served.sent).toHaveLength(1);
  standFor(...Array.from({ length: mostRealms + 5 }, (_, number) => `a shop ${number}`));
  const found = await find("shop");
  expect(served.sent).toHaveLength(3);
  expect(found.realms[0]).toBe("shop");
});

test("of many realms some are listed, the exact match first, and the result says that there are more", async () => {
  standFor(...Array.from({ length: mostRealms + 5 }, (_, number) => `a ${number}`), "a");
  const found = await find("a");
  expect(found.realms).toHaveLength(mostRealms);
  expect(found.realms[0]).toBe("a");
  expect(found.isCut).toBe(true);
});
