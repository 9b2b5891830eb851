import { expect, test } from "vitest";
import { needsOwnRoles } from "../../../../src/access/rights/needs-own-roles.ts";
import { makeSnapshot } from "../make-snapshot.ts";

test("an administrator who may assign realm-admin may unassign everything: nothing is read", () => {
  expect(needsOwnRoles(makeSnapshot({ mapped: ["view-users"] }))).toBe(false);
});

test("where realm-admin may not be assigned, or is mapped itself, the own roles are asked for", () => {
  expect(
    needsOwnRoles(makeSnapshot({ mapped: ["view-users"], ungrantable: ["realm-admin"] })),
  ).toBe(true);
  expect(needsOwnRoles(makeSnapshot({ mapped: ["realm-admin"] }))).toBe(true);
});

test("where nothing is mapped, nothing may be seen, or the roles are those of another realm, nothing is asked", () => {
  const limited = makeSnapshot({ mapped: ["view-users"], ungrantable: ["realm-admin"] });
  const ofMaster = { ...limited.adminClient, clientId: "demo-realm" };
  expect(needsOwnRoles(makeSnapshot({ ungrantable: ["realm-admin"] }))).toBe(false);
  expect(needsOwnRoles({ ...limited, isReadable: false })).toBe(false);
  expect(needsOwnRoles({ ...limited, adminClient: ofMaster })).toBe(false);
});
