import { expect, test } from "vitest";
import { permissionsAddress } from "../../../../src/panel/permissions/permissions-address.ts";

const console = "https://kc.example.org/kc/admin/master/console/#/demo/clients/x/settings";
const place = { realm: "my realm", permissionsClientUuid: "uuid" };
const base = "https://kc.example.org/kc/admin/master/console/#/my%20realm/permissions/uuid";

test("pages of policies and permissions stand at the console's own address", () => {
  expect(permissionsAddress(console, place, { kind: "policies" })).toBe(`${base}/policies`);
  expect(permissionsAddress(console, place, { kind: "policy", id: "1", type: "user" })).toBe(
    `${base}/policies/1/user`,
  );
  expect(
    permissionsAddress(console, place, { kind: "permission", id: "2", resourceType: "Users" }),
  ).toBe(`${base}/permission/2/Users`);
});

test("what the server calls a policy can't lead elsewhere", () => {
  expect(permissionsAddress(console, place, { kind: "policy", id: "../..", type: "a?b#c" })).toBe(
    `${base}/policies/..%2F../a%3Fb%23c`,
  );
});
