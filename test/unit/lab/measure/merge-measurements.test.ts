import { expect, test } from "vitest";
import { mergeMeasurements } from "../../../../lab/measure/result/merge-measurements.ts";
import type { MeasuredFile } from "../../../../src/catalog/measured/measured-matrix.ts";

const stored: MeasuredFile = {
  version: "26.7.3",
  measuredOn: "2026-01-01",
  roles: ["manage-realm", "view-realm"],
  includes: {},
  calls: [
    ["GET", "/a", "aa"],
    ["GET", "/b", "dd"],
  ],
  combinations: { "GET /b": [["manage-realm", "view-realm"]] },
  notCalled: [["POST", "/sync", "Needs a directory."]],
};

test("what is measured again takes the place of its old row, and all else stays", () => {
  const merged = mergeMeasurements(stored, {
    ...stored,
    measuredOn: "2026-02-02",
    calls: [
      ["POST", "/sync", "ad"],
      ["GET", "/b", "af"],
    ],
    combinations: {},
    notCalled: [],
  });
  expect(merged).toEqual({
    ...stored,
    calls: [
      ["GET", "/a", "aa"],
      ["GET", "/b", "af"],
      ["POST", "/sync", "ad"],
    ],
    combinations: {},
    notCalled: [],
  });
});

test("a call that can't be made any more loses its cells and its sets", () => {
  const notCalled: MeasuredFile["notCalled"] = [["GET", "/b", "Needs a feature."]];
  const merged = mergeMeasurements(stored, { ...stored, calls: [], combinations: {}, notCalled });
  expect(merged.calls).toEqual([["GET", "/a", "aa"]]);
  expect(merged.combinations).toEqual({});
  expect(merged.notCalled).toEqual([...notCalled, ...stored.notCalled]);
});
