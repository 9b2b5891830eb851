import { expect, test } from "vitest";
import {
  type ListedPolicy,
  type NamedBy,
  namedBy,
} from "../../../../src/access/model/naming-policies.ts";

const subject = {
  clientUuid: "client",
  userId: "user",
  groupIds: new Set(["group"]),
  parentGroupIds: new Set(["above"]),
  roleIds: new Set(["role"]),
};

function policy(
  named: readonly (readonly [NamedBy, string])[],
  extendedGroups: readonly string[] = [],
): ListedPolicy {
  return {
    ...{ id: "id", name: "name", type: "user", isNegative: false, resourceType: undefined },
    named: new Map(named.map(([kind, id]) => [kind, new Set([id])])),
    extendedGroups: new Set(extendedGroups),
  };
}

test("a policy names an account by its client, its user, a group or a role", () => {
  for (const [kind, id] of [
    ["client", "client"],
    ["user", "user"],
    ["group", "group"],
    ["role", "role"],
  ] as const) {
    expect(namedBy(policy([[kind, id]]), subject)).toEqual([kind]);
  }
});

test("a policy that names another account, or the same id of another type, doesn't name it", () => {
  expect(namedBy(policy([["user", "other"]]), subject)).toEqual([]);
  expect(namedBy(policy([["user", "client"]]), subject)).toEqual([]);
  expect(namedBy(policy([]), subject)).toEqual([]);
});

test("a policy that names a parent group applies only if it extends to subgroups", () => {
  expect(namedBy(policy([["group", "above"]]), subject)).toEqual([]);
  expect(namedBy(policy([["group", "above"]], ["above"]), subject)).toEqual(["group"]);
});
