import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readNewClientBasis } from "../../../../src/keycloak/new-client/read-new-client-basis.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

const read = () => {
  const api = served.apiOf();
  return readNewClientBasis(api, "demo", "realm-management");
};

/** The console's own question, which is not one of the Admin API. */
const whoAmI = /\/console\/whoami/;

test("the roles of the server and of the administrator are reported", async () => {
  const own = { realm_access: { demo: ["view-users"], other: ["realm-admin"] } };
  served.faults.push({ request: whoAmI, fault: answering(200, own) });
  const { roles, ownRoles } = await read();
  expect(roles.has("admin:query-organizations")).toBe(true);
  expect(ownRoles).toEqual(new Set(["view-users"]));
});

test.each([
  ["is refused", answering(403)],
  ["tells of no roles", answering(200, { userId: "1" })],
])("where the question for the own roles %s, nothing is told beforehand", async (_, fault) => {
  served.faults.push({ request: whoAmI, fault });
  const { roles, ownRoles } = await read();
  expect(roles.size).toBeGreaterThan(20);
  expect(ownRoles).toBeUndefined();
});

/** The realm itself. */
const realm = /^GET $/;

test.each([
  [
    "on",
    answering(200, { adminPermissionsEnabled: true, adminPermissionsClient: { id: "uuid" } }),
    { kind: "on", permissionsClientUuid: "uuid" },
  ],
  [
    "hidden from who may not see the realm",
    answering(200, {}),
    { kind: "notKnown", why: "hidden" },
  ],
  ["not read", answering(500), { kind: "notKnown", why: "notRead" }],
])("fine-grained permissions that are %s are reported", async (_, fault, told) => {
  served.faults.push({ request: realm, fault });
  expect((await read()).finePermissions).toEqual(told);
});

test("without the roles there is nothing to begin with", async () => {
  served.faults.push(
    { request: whoAmI, fault: answering(403) },
    { request: /^GET \/clients/, fault: answering(403) },
  );
  await expect(read()).rejects.toMatchObject({ attempt: "findAdminClient", failure: "forbidden" });
});
