import { expect, test } from "vitest";
import { closeOver } from "../../../../src/access/model/close-over.ts";
import { closureOf } from "../../../../src/access/model/closure-of.ts";

test("a composite role comes with what it includes, and with what that includes", () => {
  const closed = closeOver([{ container: "admin", name: "view-users" }]);
  expect([...closed].sort()).toEqual([
    "admin:query-groups",
    "admin:query-users",
    "admin:view-users",
  ]);
  expect(closeOver([{ container: "admin", name: "realm-admin" }])).toContain("admin:query-groups");
});

test("a role of the realm includes nothing of what an admin role of that name does", () => {
  expect([...closeOver([{ container: "realm", name: "view-users" }])]).toEqual([
    "realm:view-users",
  ]);
  expect([...closeOver([{ container: "admin", name: "not known" }])]).toEqual(["admin:not known"]);
  expect([...closeOver([])]).toEqual([]);
});

test("what a version measured to be included is followed to its end, in a circle too", () => {
  const includes = new Map([
    ["a", ["b", "c"]],
    ["c", ["d", "a"]],
  ]);
  expect([...closureOf(["a"], { includes })].sort()).toEqual(["a", "b", "c", "d"]);
  expect([...closureOf(["b", "x"], { includes })].sort()).toEqual(["b", "x"]);
});
