import { expect, test } from "vitest";
import { readKcadm } from "../../../../src/access/pasted/read-kcadm.ts";

const read = (command: string) =>
  readKcadm(command.split(" ")).map(({ method, address }) => `${method} ${address}`);

test.each([
  ["create users -r acme -s username=ada", ["POST users"]],
  ["create -r acme users", ["POST users"]],
  ["get users/1 --fields id", ["GET users/1"]],
  ["delete users/1", ["DELETE users/1"]],
  ["get realms/acme", ["GET /admin/realms/acme"]],
  ["get realms", ["GET /admin/realms"]],
  ["get /realms/acme", ["GET /admin/realms/acme"]],
  ["get serverinfo", ["GET /admin/serverinfo"]],
  ["get serverinfos", ["GET serverinfos"]],
  ["list users", []],
  ["config credentials --server http://h --realm master", []],
  ["create", []],
])("%s makes the calls %j", (command, calls) => {
  expect(read(command)).toEqual(calls);
});

test("an update merges settings, so it reads first unless an option says otherwise", () => {
  expect(read("update users/1 -s enabled=true")).toEqual(["GET users/1", "PUT users/1"]);
  expect(read("update users/1 -f - --merge")).toEqual(["GET users/1", "PUT users/1"]);
  expect(read("update users/1/reset-password -s value=x -n")).toEqual([
    "PUT users/1/reset-password",
  ]);
  expect(read("update users/1 -f user.json")).toEqual(["PUT users/1"]);
});

test.each([
  ["set-password --username ada", ["GET /users", "PUT /users/{id}/reset-password"]],
  ["set-password --userid 1 -t", ["PUT /users/{id}/reset-password"]],
  [
    "add-roles -r acme --uusername ada --rolename x",
    ["GET /users", "GET /roles", "POST /users/{id}/role-mappings/realm"],
  ],
  [
    "add-roles --uid=1 --cclientid realm-management --rolename view-users",
    ["GET /clients", "GET /clients/{id}/roles", "POST /users/{id}/role-mappings/clients/{id}"],
  ],
  [
    "remove-roles --gname staff --rolename x",
    ["GET /groups", "GET /roles", "DELETE /groups/{id}/role-mappings/realm"],
  ],
  [
    "add-roles --rname all --rolename x",
    ["GET /roles", "GET /roles", "POST /roles-by-id/{role-id}/composites"],
  ],
  ["get-roles --uid 1 --effective", ["GET /users/{id}/role-mappings/realm/composite"]],
  ["get-roles --gid 1 --all", ["GET /groups/{id}/role-mappings"]],
  ["get-roles --rid 1 --cid 2", ["GET /roles-by-id/{role-id}/composites/clients/{id}"]],
  ["get-roles --rname x --all", ["GET /roles/{role-name}/composites"]],
  ["get-roles --cid 1 --rolename x", ["GET /clients/{id}/roles/{role-name}"]],
  ["get-roles", ["GET /roles"]],
  ["add-roles --rolename x", []],
])("%s looks names up, then does it: %j", (command, calls) => {
  expect(read(command)).toEqual(calls);
});
