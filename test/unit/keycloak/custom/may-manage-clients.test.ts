import { afterEach, expect, test, vi } from "vitest";
import { mayManageClients } from "../../../../src/keycloak/custom/may-manage-clients.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

test("whether clients may be changed is what the server says of those that are there", async () => {
  const { realm, apiOf, faults } = serveKeycloak();
  realm.makeClient({ clientId: "api" });
  realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients"] });
  expect(await mayManageClients(apiOf())).toBe(true);
  expect(await mayManageClients(apiOf("viewer"))).toBe(false);
  faults.push({ request: /^GET/, fault: answering(200, [{ id: "u" }, { access: "all" }]) });
  expect(await mayManageClients(apiOf())).toBe(false);
});
