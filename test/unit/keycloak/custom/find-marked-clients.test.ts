import { afterEach, expect, test, vi } from "vitest";
import { findMarkedClients } from "../../../../src/keycloak/custom/find-marked-clients.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

test("the clients with the marker of a preset are found, behind the first page too", async () => {
  const { realm, apiOf } = serveKeycloak();
  const mark = (clientId: string, attributes: Readonly<Record<string, string>>) =>
    realm.makeClient({ clientId, attributes });
  const api = mark("api", { "service-account-presets.custom.billing": "2" });
  mark("other", { "service-account-presets.custom.billing-2": "1" });
  for (let count = 0; count < 120; count += 1) realm.makeClient({ clientId: `c${count}` });
  const last = mark("zzz", { "service-account-presets.custom.billing": "anything" });
  expect(await findMarkedClients(apiOf(), "billing")).toEqual([
    { clientUuid: api, clientId: "api", marker: "2" },
    { clientUuid: last, clientId: "zzz", marker: "anything" },
  ]);
});
