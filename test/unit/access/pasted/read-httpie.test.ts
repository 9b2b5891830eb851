import { expect, test } from "vitest";
import { readHttpie } from "../../../../src/access/pasted/read-httpie.ts";

const read = (command: string) => {
  const found = readHttpie(command.split(" "));
  return found && `${found.method} ${found.address}`;
};

test.each([
  ["PUT h/users/1 enabled:=false", "PUT h/users/1"],
  ["h/users name=ada", "POST h/users"],
  ["h/users @user.json", "GET h/users"],
  ["h/users data@user.json", "POST h/users"],
  ["h/users search==ada", "GET h/users"],
  ["h/users Authorization:Bearer", "GET h/users"],
  [":8080/users", "GET localhost:8080/users"],
  ["-a token -A bearer delete h/users/1", "DELETE h/users/1"],
  ["--raw {} h/users", "POST h/users"],
])("http %s asks for %s", (command, request) => {
  expect(read(command)).toBe(request);
});

test.each(["", "status code", "GET users"])("http %s is no command", (command) => {
  expect(read(command)).toBeUndefined();
});
