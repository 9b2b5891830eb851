import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readTokenLifespan } from "../../../../src/keycloak/client/read-token-lifespan.ts";
import { type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
  served.realm.changeSettings({ accessTokenLifespan: 60 });
});

afterEach(() => vi.unstubAllGlobals());

const lifespanWith = (attributes: Readonly<Record<string, string>>, token?: string) => {
  const clientUuid = served.realm.makeClient({ clientId: "api", attributes });
  return readTokenLifespan(served.apiOf(token), clientUuid);
};

const own = (seconds: string) => ({ "access.token.lifespan": seconds });

test("what the client says counts before what the realm says", async () => {
  expect(await lifespanWith(own("900"))).toEqual({ seconds: 900, setFor: "client" });
});

test.each([
  ["names none", {}],
  ["had one taken away", own("")],
  ["has one that is no time", own("-1")],
])("a client that %s has tokens as its realm says", async (_, attributes) => {
  expect(await lifespanWith(attributes)).toEqual({ seconds: 60, setFor: "realm" });
});

test("who may not view the realm is told what the client says, and nothing else", async () => {
  served.realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients"] });
  expect(await lifespanWith({}, "viewer")).toBeUndefined();
});

test("a client whose answer names no attributes at all has tokens as its realm says", async () => {
  const clientUuid = served.realm.makeClient({ clientId: "api" });
  served.faults.push({
    request: /^GET \/clients/,
    fault: async () => Response.json({ id: clientUuid, clientId: "api" }),
  });
  expect(await readTokenLifespan(served.apiOf(), clientUuid)).toEqual({
    seconds: 60,
    setFor: "realm",
  });
});
