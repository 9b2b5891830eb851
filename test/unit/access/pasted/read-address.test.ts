import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readAddress } from "../../../../src/access/pasted/read-address.ts";
import { wholePath } from "../../../../src/catalog/calls/call-template.ts";
import type { MeasuredFile } from "../../../../src/catalog/measured/measured-matrix.ts";

/** The path that is read, or why there is none. */
function read(address: string): string | undefined {
  const found = readAddress(address);
  return found?.kind === "path" ? found.path : found?.reason;
}

test.each([
  ["$ID", "{ID}"],
  ["$\x7buser.id}", "{user.id}"],
  ["{id}", "{id}"],
  ["{{user-id}}", "{user-id}"],
  ["<id>", "{id}"],
  ["$(cat id)", "{catid}"],
  [":user_id", "{user_id}"],
  [":ID", "{ID}"],
  ["*", "{}"],
  ["**", "{}"],
  ["...", "{}"],
  ["….", "…."],
  ["…", "{}"],
  ["%s", "{s}"],
  ["%ID%", "{ID}"],
  ["%7bid%7D", "{id}"],
])("the segment %s is read as %s", (segment, expected) => {
  expect(read(`/users/${segment}/groups`)).toBe(`/users/${expected}/groups`);
});

test.each(["$ID-x", "x$ID", "$", "{id}s", "<id>s", ":1", "id:", "a*", "%x", "%", "%s1", "x{id}"])(
  "the segment %s is a value, and stands for none",
  (segment) => {
    expect(read(`/users/${segment}/groups`)).toBe(`/users/${segment}/groups`);
  },
);

test.each([
  ["/roles/%C3%BC%20x", "/roles/ü x"],
  ["/roles/a%2fb", "/roles/a%2Fb"],
  ["/roles/%C3%BC%E0x", "/roles/%C3%BC%E0x"],
  ["/users/./groups/.", "/users/groups"],
  ["/users/x/../../groups", "/groups"],
])("%s leads to %s, as on the server", (address, path) => {
  expect(read(address)).toBe(path);
});

test.each([
  "https://h/kc/admin/realms/acme/users?x=/a",
  "git+ssh.x-1://h/admin/realms/acme/users",
  "h.example.org/admin/realms/acme/users#x",
  "localhost/admin/realms/acme/users",
  ":8080/admin/realms/acme/users",
  "h:8080/admin/realms/acme/users",
  "$KC/admin/realms/acme/users",
  "{{base}}/users",
  "/auth/admin/realms/acme/users",
  "/realms/admin/realms/acme/users",
  "admin/realms/acme/users",
  "/{realm}/users",
  "/{realm-name}/users",
  "/{theRealm}/users",
  "users",
])("%s is the call of all users", (address) => {
  expect(read(address)).toBe("/users");
});

test.each([
  ["/admin/realms", "/admin/realms"],
  ["/auth/admin/realms/", "/admin/realms"],
  ["/admin/realms/acme", "/admin/realms/{realm}"],
  ["/admin/serverinfo", "/admin/serverinfo"],
  ["/auth/admin/serverinfo", "/admin/serverinfo"],
  ["/auth/admin/acme/console/whoami", "/admin/acme/console/whoami"],
  ["https://h/auth/admin/anything", "/admin/anything"],
  ["/realms/acme/orgs/1", "/realms/{realm}/orgs/1"],
  [
    "/auth/realms/acme/clients-registrations/openid-connect",
    "/realms/{realm}/clients-registrations/openid-connect",
  ],
])("%s is the call %s, which is of no realm or beside the Admin API", (address, path) => {
  expect(read(address)).toBe(path);
});

const folder = "src/catalog/measured";
const measured = readdirSync(folder)
  .filter((name) => /^(\d+\.\d+|phase-two)\.json$/.test(name))
  .map((name) => {
    const { calls }: MeasuredFile = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
    return [name, [...new Set(calls.map(([, path = ""]) => path))]] as const;
  });

test.each(measured)("every call that was measured in %s is read as itself", (_, paths) => {
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.map((path) => read(wholePath(path)))).toEqual(paths);
  expect(paths.map((path) => read(`https://h/auth${wholePath(path)}`))).toEqual(paths);
});

test.each([
  "/roles/admin/composites",
  "/roles/realms/x",
  "/groups/a/orgs",
  "/{realm}",
  "/x{realm}/users",
  "/{realm}x/users",
  "/localhosts/x",
  "/roles/x/realms",
  "/clients/x/protocol",
])("%s is a path within the realm as it stands", (address) => {
  expect(read(address)).toBe(address);
});

test("a first segment is a host only if it can't be anything else", () => {
  expect(read("mylocalhost/x")).toBe("/mylocalhost/x");
  expect(read("localhosts/x")).toBe("/localhosts/x");
  expect(read(".well-known/x")).toBe("/.well-known/x");
  expect(read("localhost/users")).toBe("otherProduct");
  expect(read("LOCALHOST/users")).toBe("otherProduct");
  expect(read(":8080/users")).toBe("otherProduct");
  expect(read("a.b/users")).toBe("otherProduct");
});

test.each([
  ["/realms/acme/account", "outsideAdminApi"],
  ["/realms/acme", "outsideAdminApi"],
  // Phase Two's, of the user who is signed in.
  ["/realms/acme/users/active-organization", "outsideAdminApi"],
  ["/realms/acme/users/switch-organization", "outsideAdminApi"],
  ["/realms/acme/users/1", "outsideAdminApi"],
  ["/realms/acme/x/1/orgs", "outsideAdminApi"],
  ["/auth/realms/acme/protocol/openid-connect/token", "outsideAdminApi"],
  ["https://h/auth/realms/acme", "outsideAdminApi"],
  ["https://admin/realms/acme/users", "outsideAdminApi"],
  ["git+ssh.x-1://admin/realms/acme/users", "outsideAdminApi"],
  ["https://h/users", "otherProduct"],
  ["https://h", "otherProduct"],
])("no admin role opens %s: %s", (address, reason) => {
  expect(read(address)).toBe(reason);
});

test.each(["", "/", "//", ".", "/..", "?x=/users", "#/users", "$KC", "$KC/"])(
  "%j has no path",
  (address) => {
    expect(readAddress(address)).toBeUndefined();
  },
);

test("line ends and tabs aren't part of an address", () => {
  expect(readAddress("/admin/realms/acme/us\ners\t")).toEqual({ kind: "path", path: "/users" });
});
