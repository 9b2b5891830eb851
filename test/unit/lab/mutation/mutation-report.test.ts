import { expect, test } from "vitest";
import { readMutationReport } from "../../../../lab/mutation/mutation-report.ts";
import { scoreTable } from "../../../../lab/mutation/score-table.ts";

const mutant = (status: string) => ({
  status,
  mutatorName: "BooleanLiteral",
  replacement: "true",
  location: { start: { line: 3, column: 7 } },
});
const report = (...statuses: readonly string[]) => ({
  files: { "src/b.ts": { mutants: statuses.map(mutant) }, "src/a.ts": { mutants: [] } },
});

test("a mutant that a test notices or that hangs is found, and one that does not run is not counted", () => {
  const { scores } = readMutationReport(
    report("Killed", "Timeout", "Survived", "NoCoverage", "RuntimeError", "Ignored"),
  );
  expect(scores).toEqual([
    { file: "src/a.ts", killed: 0, survived: 0, uncovered: 0 },
    { file: "src/b.ts", killed: 2, survived: 1, uncovered: 1 },
  ]);
});

test("each mutant that no test noticed is told with its place", () => {
  const { survivors } = readMutationReport(report("Killed", "NoCoverage"));
  expect(survivors).toEqual(["src/b.ts:3:7 BooleanLiteral: true"]);
});

test("the table has a line for each file and one for all", () => {
  const { scores } = readMutationReport(report("Killed", "Killed", "Killed", "Survived"));
  const cells = scoreTable(scores)
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/));
  expect(cells.slice(1)).toEqual([
    ["src/a.ts", "–", "0", "0", "0"],
    ["src/b.ts", "75.0 %", "3", "1", "0"],
    ["all", "75.0 %", "3", "1", "0"],
  ]);
});

test("what is no report has no score", () => {
  expect(readMutationReport(null)).toEqual({ scores: [], survivors: [] });
});
