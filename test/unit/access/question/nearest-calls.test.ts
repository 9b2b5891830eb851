import { expect, test } from "vitest";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { nearestCalls } from "../../../../src/access/question/nearest-calls.ts";
import { sampleMatrix } from "../sample-matrix.ts";

/** The calls that come nearest to what was typed, of these, the nearest first. */
function nearest(typed: string, ...calls: readonly string[]): readonly string[] {
  const index = createCallIndex(sampleMatrix(calls.map((call) => [call, {}])), () => undefined);
  const [method = "", path = ""] = typed.split(" ");
  const call = method === "*" ? { path } : { method, path };
  return nearestCalls(call, index).map((found) => `${found.method} ${found.path}`);
}

const isNear = (typed: string, path: string) => nearest(`GET ${typed}`, `GET ${path}`).length > 0;

test("fewer wrong letters are nearer", () => {
  expect(nearest("GET /grops", "GET /props", "GET /groups")).toEqual(["GET /groups", "GET /props"]);
  expect(nearest("GET /usres/1", "GET /roles/{}", "GET /users/{}")[0]).toBe("GET /users/{}");
});

test("words that differ in more than half of their letters are not alike", () => {
  expect(isNear("/abcd", "/abxy")).toBe(true);
  expect(isNear("/abcd", "/axyz")).toBe(false);
  expect(isNear("/ab", "/xabyz")).toBe(false);
});

test("whether letters are large or small does not matter", () => {
  expect(isNear("/GROUPS", "/groups")).toBe(true);
  expect(isNear("/testsmtpconnection", "/testSMTPConnection")).toBe(true);
});

test("what is begun is nearer than what is misspelt, the more of it the nearer", () => {
  expect(nearest("GET /use", "GET /used-by-all", "GET /ose", "GET /users")).toEqual([
    "GET /users",
    "GET /ose",
    "GET /used-by-all",
  ]);
  expect(isNear("/u", "/users-management-permissions")).toBe(true);
});

test("a matching literal ranks above a parameter, which matches anything", () => {
  expect(nearest("PUT /users/count", "GET /users/{}", "GET /users/count")).toEqual([
    "GET /users/count",
    "GET /users/{}",
  ]);
});

test("another method is nearer than another path", () => {
  expect(nearest("PUT /users/1", "PUT /users/{}/groups", "GET /users/{}")).toEqual([
    "GET /users/{}",
    "PUT /users/{}/groups",
  ]);
  expect(nearest("PUT /usres", "GET /users", "PUT /users")[0]).toBe("PUT /users");
});

test.each(["GET", "HEAD", "*"])("nobody who asks with %s is led to a change", (method) => {
  const calls = ["GET /users", "PUT /users", "POST /users", "DELETE /users", "GET /groups"];
  expect(nearest(`${method} /usres`, ...calls)).toEqual(["GET /users"]);
  expect(nearest(`${method} /usres`, "PUT /users")).toEqual([]);
});

test("paths that differ in more than half of their segments are not near", () => {
  expect(isNear("/users/groups", "/users/groups/{}/roles")).toBe(true);
  expect(isNear("/users", "/users/groups/roles")).toBe(false);
  expect(isNear("/users/x/groups", "/users")).toBe(false);
});

test("a path of nothing but values is near nothing", () => {
  expect(isNear("/a/b", "/{}/{}")).toBe(false);
});

test("five at most are named", () => {
  const calls = ["a", "b", "c", "d", "e", "f"].map((end) => `GET /users${end}`);
  expect(nearest("GET /users", ...calls)).toHaveLength(5);
});

test("only so much of a path is looked at as a call can have", () => {
  expect(isNear("/a".repeat(12), "/a".repeat(12))).toBe(true);
  expect(isNear("/a".repeat(13), "/a".repeat(12))).toBe(false);
  const long = "x".repeat(64);
  expect(isNear(`/${long}${"y".repeat(10_000)}`, `/${long}`)).toBe(true);
});
