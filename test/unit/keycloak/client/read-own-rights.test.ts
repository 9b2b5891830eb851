import { afterEach, expect, test, vi } from "vitest";
import type { RoleKey } from "../../../../src/access/model/snapshot.ts";
import { readOwnRights } from "../../../../src/keycloak/client/read-own-rights.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => vi.unstubAllGlobals());

const role = (name: string) => ({ container: "admin" as const, name, id: `id of ${name}` });

test("what an administrator may assign and has to leave follows from the roles that the server tells", async () => {
  const { realm, apiOf } = serveKeycloak();
  realm.makeAdministrator({ token: "bert", adminRoles: ["manage-users", "view-clients"] });
  const { mayAssign, keptIn } = await readOwnRights(apiOf("bert"), "demo");
  expect(mayAssign(role("view-users"))).toBe(true);
  expect(mayAssign(role("view-events"))).toBe(false);
  const kept: RoleKey = "admin:view-events";
  expect([...keptIn(makeSnapshot({ mapped: ["view-users", "view-events"] }))]).toEqual([kept]);
});

test("a realm admin has to leave nothing, realm-admin neither", async () => {
  const { apiOf } = serveKeycloak();
  const { keptIn } = await readOwnRights(apiOf(), "demo");
  expect(keptIn(makeSnapshot({ mapped: ["realm-admin", "manage-realm"] })).size).toBe(0);
});
