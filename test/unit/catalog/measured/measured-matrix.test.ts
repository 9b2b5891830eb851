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

test("a letter for each role tells what the call is to it, and none that it is not known", () => {
  const [call] = readMeasurement(file).calls;
  expect(Object.fromEntries(call?.verdicts ?? [])).toEqual({
    ...{ a: "allowed", b: "filtered", c: "denied", d: "unknown", e: "unknown" },
  });
});

test("roles that allow a call together stand at that call alone", () => {
  const calls = [...file.calls, ["POST", "/users", "aaaaa"]];
  const matrix = readMeasurement({ ...file, calls });
  expect(matrix.calls.map(({ combinations }) => combinations)).toEqual([[["c", "d"]], []]);
  expect(matrix.includes).toEqual(new Map([["a", ["b"]]]));
});
