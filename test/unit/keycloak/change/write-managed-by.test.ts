import { afterEach, expect, test, vi } from "vitest";
import { writeManagedBy } from "../../../../src/keycloak/change/write-managed-by.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

test("the tool that manages a client is written and removed, and other attributes stay", async () => {
  const { realm, apiOf } = serveKeycloak();
  const attributes = { "access.token.lifespan": "60" };
  const clientUuid = realm.makeClient({ clientId: "api", attributes });
  const attributesNow = () =>
    realm.dump().clients.find(({ id }) => id === clientUuid)?.settings.attributes;
  await writeManagedBy(apiOf(), clientUuid, "Terraform");
  expect(attributesNow()).toEqual({ ...attributes, "managed-by": "Terraform" });
  await writeManagedBy(apiOf(), clientUuid, undefined);
  expect(attributesNow()).toEqual(attributes);
});
