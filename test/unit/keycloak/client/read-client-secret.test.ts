import { afterEach, expect, test, vi } from "vitest";
import { readClientSecret } from "../../../../src/keycloak/client/read-client-secret.ts";
import { standIn } from "../../../stand-in/rules.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A realm with a client, behind a stand-in for 26.8.2. */
function serveStandIn() {
  const served = serveKeycloak();
  const { keycloak, realm, apiOf } = served;
  const answer = standIn(keycloak.fetch, { carriesScope: () => true });
  vi.stubGlobal("fetch", (address: URL | string, init: RequestInit) =>
    answer(new Request(address, init)),
  );
  const uuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  return { realm, apiOf, uuid };
}

test("behind a stand-in for 26.8.2, the secret needs the right to manage the client", async () => {
  const { realm, apiOf, uuid } = serveStandIn();
  realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients"] });
  expect(await readClientSecret(apiOf(), uuid)).toBe(`secret of ${uuid}`);
  await expect(readClientSecret(apiOf("viewer"), uuid)).rejects.toMatchObject({
    attempt: "readSecret",
    failure: "hidden",
  });
});

test("a client without a secret has none", async () => {
  const { realm, apiOf } = serveStandIn();
  const uuid = realm.makeClient({ clientId: "open", publicClient: true });
  await expect(readClientSecret(apiOf(), uuid)).rejects.toMatchObject({ failure: "notFound" });
});
