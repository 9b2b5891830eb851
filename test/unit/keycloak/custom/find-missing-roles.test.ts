import { afterEach, expect, test, vi } from "vitest";
import { customRoleKey } from "../../../../src/access/custom/custom-preset.ts";
import { findMissingRoles } from "../../../../src/keycloak/custom/find-missing-roles.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

const roles = [
  { client: "realm-management", role: "view-users" },
  { client: "realm-management", role: ".." },
  { client: "billing", role: "write" },
  { client: "billing", role: "read" },
  { client: "Billing", role: "write" },
  { role: "auditor" },
  { role: "__proto__" },
];

test("roles that a realm doesn't have are told, with what is missing", async () => {
  const { realm, apiOf } = serveKeycloak();
  realm.makeClientRole(realm.makeClient({ clientId: "billing" }), "write");
  realm.makeRealmRole("auditor");
  expect(await findMissingRoles(apiOf(), roles)).toEqual(
    new Map([
      [customRoleKey({ client: "realm-management", role: ".." }), "noRole"],
      [customRoleKey({ client: "billing", role: "read" }), "noRole"],
      [customRoleKey({ client: "Billing", role: "write" }), "noClient"],
      [customRoleKey({ role: "__proto__" }), "noRole"],
    ]),
  );
});

test("roles that may not be seen are not known", async () => {
  const { realm, apiOf } = serveKeycloak();
  realm.makeRealmRole("auditor");
  realm.makeAdministrator({ token: "clients", adminRoles: ["view-clients"] });
  expect(await findMissingRoles(apiOf("clients"), [{ role: "auditor" }])).toEqual(
    new Map([[customRoleKey({ role: "auditor" }), "notKnown"]]),
  );
});

test("in master, realm-management stands for the client with the admin roles of master", async () => {
  const { keycloak, apiOf } = serveKeycloak();
  keycloak.master.makeAdministrator({ token: "server admin", realmRoles: ["admin"] });
  const role = { client: "realm-management", role: "view-users" };
  expect(await findMissingRoles(apiOf("server admin", "master"), [role])).toEqual(new Map());
});
