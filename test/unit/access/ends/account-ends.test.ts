import { expect, test } from "vitest";
import {
  type AccountEnd,
  endOfRoles,
  endsOfAccount,
  stateOfEnd,
} from "../../../../src/access/ends/account-ends.ts";
import type { RoleKey } from "../../../../src/access/model/snapshot.ts";

const now = 1_000_000;
const account = {
  ...{ userId: "u", adminClientId: "realm-management" },
  known: new Set<RoleKey>(["client/account:view-profile"]),
};
const workflow = (id: string, at: number, ...roles: readonly string[]) => ({
  ...{ id, clientId: "api", userId: "u", at, isEnabled: true },
  roles,
});
const end = (change: Partial<AccountEnd>): AccountEnd => ({
  ...{ workflowId: "w", at: now + 1, roles: ["admin:view-users"], isScheduled: true },
  ...change,
});
const mapped = (...keys: readonly RoleKey[]) => new Set(keys);

test("the ends of an account come in their order, with admin roles and other known ones", () => {
  const all = [
    workflow("late", 2, "realm-management/view-users", "account/view-profile", "account/other"),
    workflow("soon", 1, "create-realm"),
    { ...workflow("other", 1, "create-realm"), userId: "v" },
  ];
  expect(endsOfAccount({ workflows: all, scheduled: new Set(["late"]) }, account)).toEqual([
    { workflowId: "soon", at: 1, roles: ["realm:create-realm"], isScheduled: false },
    {
      workflowId: "late",
      at: 2,
      roles: ["admin:view-users", "client/account:view-profile"],
      isScheduled: true,
    },
  ]);
});

test("a disabled workflow isn't run, whatever is scheduled", () => {
  const disabled = { ...workflow("w", 1, "create-realm"), isEnabled: false };
  expect(
    endsOfAccount({ workflows: [disabled], scheduled: new Set(["w"]) }, account)[0]?.isScheduled,
  ).toBe(false);
});

test.each([
  ["pending", end({}), mapped("admin:view-users")],
  ["due", end({ at: now - 1 }), mapped("admin:view-users")],
  ["over", end({ at: now - 1, isScheduled: false }), mapped("admin:view-events")],
  ["stillAssigned", end({ at: now - 1, isScheduled: false }), mapped("admin:view-users")],
  ["cancelled", end({ isScheduled: false }), mapped("admin:view-users")],
  ["unused", end({ isScheduled: false }), mapped("admin:view-events")],
  ["unused", end({}), mapped("admin:view-events")],
  ["over", end({ at: now - 1 }), mapped("admin:view-events")],
] as const)("an end is %s", (state, it, held) => {
  expect(stateOfEnd(it, held, now)).toBe(state);
});

test("a role ends with the first workflow that is scheduled for it", () => {
  const ends = [
    end({ at: 5 }),
    end({ at: 3 }),
    end({ at: 1, isScheduled: false }),
    end({ at: 9, roles: ["admin:view-events"] }),
  ];
  expect([...endOfRoles(ends)]).toEqual([
    ["admin:view-users", 3],
    ["admin:view-events", 9],
  ]);
});
