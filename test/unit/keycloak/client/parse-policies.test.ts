import { expect, test } from "vitest";
import { parsePolicies } from "../../../../src/keycloak/client/parse-policies.ts";

const parse = (fields: object) => {
  const [policy] = parsePolicies([{ id: "1", name: "it", type: "user", ...fields }]);
  if (policy === undefined) throw new Error("There is no policy.");
  return policy;
};

test("whom a policy names is read from the lists in its settings", () => {
  const groups = '[{"id":"g","extendChildren":true},{"id":"h","extendChildren":false}]';
  const { named, extendedGroups } = parse({
    config: { users: '["u"]', roles: '[{"id":"r","required":false}]', groups },
  });
  expect(named.get("user")).toEqual(new Set(["u"]));
  expect(named.get("role")).toEqual(new Set(["r"]));
  expect(named.get("group")).toEqual(new Set(["g", "h"]));
  expect(named.get("client")).toEqual(new Set());
  expect(extendedGroups).toEqual(new Set(["g"]));
});

test("settings that aren't lists name nobody", () => {
  for (const users of ["", "{", '"u"', "null", '[1,null,{"id":2}]', 7, null]) {
    expect(parse({ config: { users } }).named.get("user")).toEqual(new Set());
  }
  expect(parse({}).named.get("user")).toEqual(new Set());
  expect(parse({ config: null }).extendedGroups).toEqual(new Set());
});

test("negative policies and the subject of a permission are reported", () => {
  expect(parse({ logic: "NEGATIVE" }).isNegative).toBe(true);
  expect(parse({ logic: "POSITIVE" }).isNegative).toBe(false);
  expect(parse({ config: { defaultResourceType: "Users" } }).resourceType).toBe("Users");
  expect(parse({ resourceType: "Groups" }).resourceType).toBe("Groups");
  expect(parse({}).resourceType).toBeUndefined();
});
