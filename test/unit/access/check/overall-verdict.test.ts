import fc from "fast-check";
import { expect, test } from "vitest";
import type { Verdict } from "../../../../src/access/check/check-access.ts";
import { overallVerdict } from "../../../../src/access/check/overall-verdict.ts";

const verdicts = fc.constantFrom<Verdict>("ok", "problem", "unknown");

test("without an answered test request nothing is ever said to work", () => {
  fc.assert(
    fc.property(fc.array(verdicts), (found) => {
      expect(overallVerdict(found, "unknown").verdict).not.toBe("ok");
    }),
  );
});

test("every problem counts, including the test request", () => {
  expect(overallVerdict(["ok", "problem", "unknown"], "problem")).toEqual({
    ...{ verdict: "problem", count: 2 },
  });
  expect(overallVerdict(["problem"], "ok")).toEqual({ verdict: "problem", count: 1 });
});

test("an answered test request says that it works, though not all is known", () => {
  expect(overallVerdict(["ok", "unknown"], "ok")).toEqual({ verdict: "ok", count: 2 });
  expect(overallVerdict(["ok", "unknown"], "unknown")).toEqual({ verdict: "unknown", count: 2 });
});
