/** Finding the roles of a document without listing thousands. */
import { afterEach, expect, test, vi } from "vitest";
import { type CustomRole, customRoleKey } from "../../../../src/access/custom/custom-preset.ts";
import { findNamedRoles } from "../../../../src/keycloak/custom/find-named-roles.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

async function find(
  served: Pick<ReturnType<typeof serveKeycloak>, "apiOf">,
  roles: readonly CustomRole[],
  token = "anna",
) {
  const found = await findNamedRoles(served.apiOf(token), roles);
  return roles.map((role) => {
    const named = found.get(customRoleKey(role));
    return typeof named === "object" ? named.role : named;
  });
}

test("roles of the realm, of the client with the admin roles and of others are found by their names", async () => {
  const served = serveKeycloak();
  const { realm } = served;
  const shop = realm.makeClient({ clientId: "shop" });
  for (const name of ["..", "a", "aa", "\u202e%\\"]) realm.makeClientRole(shop, name);
  const roles = [
    { role: "offline_access" },
    { client: "realm-management", role: "view-users" },
    ...["..", "a", "\u202e%\\"].map((role) => ({ client: "shop", role })),
  ];
  expect(await find(served, roles)).toEqual(roles);
});

test("what isn't there is told apart from a client that isn't there", async () => {
  const served = serveKeycloak();
  expect(
    await find(served, [{ role: "view-users" }, { client: "gone", role: "a" }, { role: ".." }]),
  ).toEqual(["noRole", "noClient", "noRole"]);
});

test("among thousands of roles, few are searched for and many are listed until they are found", async () => {
  const served = serveKeycloak();
  const { realm, sent } = served;
  const shop = realm.makeClient({ clientId: "shop" });
  const name = (count: number) => `role-${String(count).padStart(5, "0")}`;
  for (let count = 0; count < 2_000; count += 1) realm.makeClientRole(shop, name(count));
  expect(await find(served, [{ client: "shop", role: name(1_999) }])).toHaveLength(1);
  expect(sent.length).toBeLessThanOrEqual(3);
  sent.length = 0;
  const many = Array.from({ length: 150 }, (_, count) => ({ client: "shop", role: name(count) }));
  expect(await find(served, many)).toEqual(many);
  expect(sent.length).toBeLessThanOrEqual(4);
});

test("what the administrator may not see isn't known", async () => {
  const served = serveKeycloak();
  served.realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients"] });
  const roles = [{ role: "offline_access" }, { client: "realm-management", role: "view-users" }];
  expect(await find(served, roles, "bert")).toEqual(["notKnown", roles[1]]);
  served.realm.makeAdministrator({ token: "carl", adminRoles: ["view-realm"] });
  expect(await find(served, roles, "carl")).toEqual([roles[0], "notKnown"]);
});

test("a failed request is an error, not an answer", async () => {
  const served = serveKeycloak();
  served.faults.push({ request: /^GET \/roles/, fault: answering(500) });
  await expect(find(served, [{ role: "offline_access" }])).rejects.toThrow("serverError");
});
