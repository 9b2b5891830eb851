import { expect, test } from "vitest";
import type { CustomRole } from "../../../../src/access/custom/custom-preset.ts";
import { dangerousFirst, weighRole } from "../../../../src/access/custom/weigh-role.ts";
import type { RoleContent } from "../../../../src/access/model/snapshot.ts";

const place = { adminClientId: "realm-management", isInMaster: false };
const master = { adminClientId: "master-realm", isInMaster: true };
const admin = (role: string): CustomRole => ({ client: "realm-management", role });
const holding = (...names: readonly string[]): RoleContent => ({
  kind: "read",
  gives: new Set(names.map((name) => `admin:${name}` as const)),
  others: [],
});

const namesOf = (role: CustomRole, content?: RoleContent) =>
  weighRole(role, place, content).admin.map(({ name }) => name);

test("an admin role gives itself and what it ships with until its content is read", () => {
  expect(namesOf(admin("view-users"))).toEqual(["view-users", "query-groups", "query-users"]);
  expect(namesOf(admin("view-users"), holding())).toEqual(["view-users"]);
});

test("a role of an application gives the admin roles in it", () => {
  const billing = { client: "billing", role: "write" };
  expect(weighRole(billing, place, holding())).toMatchObject({
    admin: [],
    risk: undefined,
    isMeasured: false,
  });
  const wide = weighRole(billing, place, holding("realm-admin"));
  expect(wide.risk?.level).toBe("critical");
  expect(wide.isMeasured).toBe(false);
});

test("a role of the realm called realm-admin is none", () => {
  expect(weighRole({ role: "realm-admin" }, place, holding()).risk).toBe(undefined);
});

test("the realm roles of master that give admin access are known", () => {
  expect(weighRole({ role: "admin" }, master, holding())).toMatchObject({
    isMeasured: true,
    risk: { level: "critical" },
  });
  expect(weighRole({ role: "admin" }, place, holding()).isMeasured).toBe(false);
});

test("a role that an operator added to the client with the admin roles isn't measured", () => {
  expect(weighRole(admin("own"), place, holding()).isMeasured).toBe(false);
});

test("the most dangerous comes first, and what gives no admin access last by its name", () => {
  const weighed = [
    weighRole({ role: "b" }, place, holding()),
    weighRole(admin("query-users"), place, undefined),
    weighRole({ role: "a" }, place, holding()),
    weighRole({ client: "shop", role: "wide" }, place, holding("realm-admin")),
    weighRole(admin("manage-users"), place, undefined),
  ];
  expect(dangerousFirst(weighed).map(({ role }) => role.role)).toEqual([
    ...["wide", "manage-users", "query-users", "a", "b"],
  ]);
});
