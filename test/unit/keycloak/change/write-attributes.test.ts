import { afterEach, expect, test, vi } from "vitest";
import { writeAttributes } from "../../../../src/keycloak/change/write-attributes.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

test("attributes of a client are written and removed, and everything else stays", async () => {
  const { realm, apiOf } = serveKeycloak();
  const attributes = { "access.token.lifespan": "60" };
  const clientUuid = realm.makeClient({
    ...{ clientId: "api", serviceAccountsEnabled: true, frontchannelLogout: true },
    attributes,
  });
  const settingsNow = () => realm.dump().clients.find(({ id }) => id === clientUuid)?.settings;
  const before = settingsNow();
  const account = realm.serviceAccountUserId(clientUuid);
  const api = apiOf();
  await writeAttributes(api, clientUuid, { "managed-by": "Terraform" });
  expect(settingsNow()?.attributes).toEqual({ ...attributes, "managed-by": "Terraform" });
  await writeAttributes(api, clientUuid, { "managed-by": "" });
  expect(settingsNow()).toEqual(before);
  expect(realm.serviceAccountUserId(clientUuid)).toBe(account);
});
