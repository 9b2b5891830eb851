import { expect, test } from "vitest";
import { readMeasurement } from "../../../../src/catalog/measured/measured-matrix.ts";

const file = {
  version: "26.7.3",
  measuredOn: "2026-11-24",
  roles: ["a", "b", "c", "d", "e"],
  includes: { a: ["b"] },
  calls: [["GET", "/users", "afdu"]],
  combinations: { "GET /users": [["c", "d"]] },
  notCalled: [],
};

test("a letter for each role gives the verdict, and no letter means unknown", () => {
  const [call] = readMeasurement(file).calls;
  expect(Object.fromEntries(call?.verdicts ?? [])).toEqual({
    ...{ a: "allowed", b: "filtered", c: "denied", d: "unknown", e: "unknown" },
  });
});

test("a realm role of master is rejected if the measurement has no call for it", () => {
  const calls = [...file.calls, ["POST", "/admin/realms", "ddddd"]];
  const masterRoles = { "create-realm": { "POST /admin/realms": "a" } };
  const matrix = readMeasurement({ ...file, calls, masterRoles });
  expect(matrix.masterRoles).toEqual(["create-realm"]);
  expect(matrix.roles).toEqual(file.roles);
  expect(matrix.calls.map(({ verdicts }) => verdicts.get("create-realm"))).toEqual([
    "denied",
    "allowed",
  ]);
  expect(readMeasurement(file).masterRoles).toEqual([]);
});

test("calls that were not made come with the reason", () => {
  const notCalled = [["GET", "/keys", "It waits for a key."]];
  expect(readMeasurement({ ...file, notCalled }).notCalled).toEqual([
    { method: "GET", path: "/keys", reason: "It waits for a key." },
  ]);
});

test("roles that allow a call only together are stored with that call", () => {
  const calls = [...file.calls, ["POST", "/users", "aaaaa"]];
  const matrix = readMeasurement({ ...file, calls });
  expect(matrix.calls.map(({ combinations }) => combinations)).toEqual([[["c", "d"]], []]);
  expect(matrix.includes).toEqual(new Map([["a", ["b"]]]));
});
