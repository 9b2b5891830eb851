import { expect, test } from "vitest";
import {
  isMet,
  isWithin,
  needsOfCalls,
  withoutIncluded,
} from "../../../../src/access/question/needs-of-calls.ts";
import { callsOf, sampleMatrix } from "../sample-matrix.ts";

const matrix = sampleMatrix();
const needs = (...names: readonly string[]) => needsOfCalls(callsOf(matrix, ...names), matrix);

test("roles that come with another one are left out, the others are sorted", () => {
  expect(withoutIncluded(["view-users", "query-users", "manage-users"], matrix)).toEqual([
    "manage-users",
    "view-users",
  ]);
  expect(withoutIncluded(["view-realm", "view-realm"], matrix)).toEqual(["view-realm"]);
  expect(withoutIncluded([], matrix)).toEqual([]);
});

test("of roles that include each other the first one stays", () => {
  const includes = new Map([
    ["a", ["b"]],
    ["b", ["c"]],
    ["c", ["a", "d"]],
  ]);
  expect(withoutIncluded(["d", "c", "b", "a"], { includes })).toEqual(["a"]);
  expect(withoutIncluded(["c", "b"], { includes })).toEqual(["b"]);
});

test("a need lists the smallest sets of roles, and realm-admin only if it is the only one", () => {
  expect(needs("GET /users/count")).toEqual([[["manage-users"], ["query-users"]]]);
  expect(needs("DELETE /admin/realms/{realm}")).toEqual([[["realm-admin"]]]);
  expect(needs("POST /users/{user-id}/impersonation")).toEqual([[["impersonation", "view-users"]]]);
  expect(needs("GET /broken")).toEqual([[]]);
});

test("calls of the same need are one need, and what is harder to meet comes first", () => {
  const reading = needs("GET /users", "GET /users/{user-id}", "GET /users");
  expect(reading).toEqual(needs("GET /users"));
  expect(needs("GET /users", "POST /users", "GET /broken").map(({ length }) => length)).toEqual([
    0, 1, 2,
  ]);
  expect(needs()).toEqual([]);
});

test("a need is met by any one of its complete sets", () => {
  const need = [["a"], ["b", "c"]];
  expect(isMet(need, new Set(["a"]))).toBe(true);
  expect(isMet(need, new Set(["b", "c", "d"]))).toBe(true);
  expect(isMet(need, new Set(["b", "d"]))).toBe(false);
  expect(isMet([], new Set(["a"]))).toBe(false);
  expect(isWithin([], new Set())).toBe(true);
  expect(isWithin(["a", "b"], new Set(["b"]))).toBe(false);
});
