import { expect, it } from "vitest";
import { judgeCoverage } from "../../../../tools/test/judge-coverage.ts";
import { parseCoverage } from "../../../../tools/test/parse-coverage.ts";

const branches = (covered: number, total: number) => ({ branches: { covered, total } });

const summary = {
  total: branches(300, 305),
  "/project/src/access/grant.ts": branches(199, 200),
  "/project/src/access/plan.ts": branches(100, 100),
  "/project/src/session/login.ts": branches(1, 5),
};

it("adds up the branches of each room's files, on Windows too", () => {
  const windows = { "C:\\project\\src\\access\\a.ts": branches(2, 3) };
  expect(parseCoverage(windows, ["access"])).toEqual([
    {
      ...{ room: "access", taken: 2, branches: 3 },
      files: [{ path: "src/access/a.ts", taken: 2, branches: 3 }],
    },
  ]);
});

it("takes a room of which enough was taken as a test that passed, and says so in a line", () => {
  expect(judgeCoverage(parseCoverage(summary, ["access"]), 95)).toEqual({
    ...{ passed: 1, failed: 0 },
    lines: ["  access  99.6 % of 300 branches"],
  });
});

it("fails for a room of which too little was taken, and names its files", () => {
  expect(judgeCoverage(parseCoverage(summary, ["access", "session"]), 95)).toEqual({
    ...{ passed: 1, failed: 1 },
    lines: [
      "  access   99.6 % of 300 branches",
      "  session  20.0 % of 5 branches, of which tests take 95 % at least",
      "    src/session/login.ts: 1 of 5",
    ],
  });
});

it("does not round up to what is wanted", () => {
  const almost = parseCoverage({ "/src/access/a.ts": branches(9499, 10_000) }, ["access"]);
  const { failed, lines } = judgeCoverage(almost, 95);
  expect(failed).toBe(1);
  expect(lines[0]).toContain(" 94.9 %");
});

it("fails for a room that was not measured, or whose report is none", () => {
  expect(judgeCoverage(parseCoverage(summary, ["formats"]), 95).failed).toBe(1);
  expect(judgeCoverage(parseCoverage(null, ["formats"]), 95).failed).toBe(1);
});
