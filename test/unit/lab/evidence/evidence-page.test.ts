import { expect, test } from "vitest";
import { problemsOfPage, readEvidencePage } from "../../../../lab/evidence/check-page.ts";
import { evidenceMarkdown, notRun } from "../../../../lab/evidence/evidence-markdown.ts";
import { listLines } from "../../../../lab/evidence/list-lines.ts";
import type { Suite } from "../../../../lab/evidence/suite.ts";
import type { SuiteResult } from "../../../../lab/evidence/suite-result.ts";
import { readText } from "../../conventions/source-files.ts";

const state = "3f9c2a1".padEnd(64, "0");
const version = "26.7.3";

const suites: readonly Suite[] = [
  { id: "gate", proves: "It is true.", command: "npm run gate", programs: [], page: "gate.md" },
  { id: "versions-26.0.8", proves: "It runs.", command: "npm run it -- 26.0.8", programs: [] },
];

const passed: SuiteResult = {
  ...{ suite: "gate", command: "npm run gate", state },
  ...{ began: "2026-11-30T23:50:00.000Z", ended: "2026-12-01T00:04:10.000Z" },
  ...{ exitCode: 0, counts: { passed: 1004, failed: 0 }, hasPassed: true },
  machine: { cores: 2, memoryInGigabytes: 23, node: "v20.20.2" },
};

const other: SuiteResult = { ...passed, suite: "versions-26.0.8" };
const failed: SuiteResult = {
  ...{ ...other, exitCode: 1, counts: { passed: 3, failed: 2 }, hasPassed: false },
  ended: "2026-12-01T01:55:00.000Z",
};

const evidenceOf = (...results: readonly SuiteResult[]) => ({
  ...{ state, version, suites },
  results: new Map(results.map((result) => [result.suite, result])),
});
const pageOf = (...results: readonly SuiteResult[]) => evidenceMarkdown(evidenceOf(...results));

test("the page names the state, what each suite came to, and what wasn't run", () => {
  expect(pageOf(passed)).toBe(
    [
      "State 3f9c2a1, Keycloak 26.7.3, 2026-12-01: 1 of 2 suites passed, 0 failed, 1 weren't run.",
      "",
      "Machine: 2 cores, 23 GB of memory, Node 20.20.2.",
      "",
      "| suite | what it proves | command | result | duration | on |",
      "|---|---|---|---|---|---|",
      "| `gate` | It is true. [Details](gate.md) | `npm run gate` | 1004 passed | 14 min | 2026-12-01 |",
      "| `versions-26.0.8` | It runs. | `npm run it -- 26.0.8` | not run on this state |  |  |",
    ].join("\n"),
  );
});

test("a suite that failed is on the page, with its counts, or with its exit code where it counted no failure", () => {
  expect(pageOf(failed)).toContain("| failed: 3 passed, 2 failed | 2 h 5 min |");
  const { counts: _, ...crashed } = failed;
  expect(pageOf(crashed)).toContain("| failed with exit code 1 |");
  expect(pageOf({ ...failed, counts: { passed: 3, failed: 0 } })).toContain("| failed with exit");
});

test("each machine is named", () => {
  const small = { cores: 1, memoryInGigabytes: 4, node: "v22.1.0" };
  expect(pageOf(passed, { ...other, machine: small })).toContain(
    "Machine: 2 cores, 23 GB of memory, Node 20.20.2; 1 core, 4 GB of memory, Node 22.1.0.",
  );
});

test("a page on which all suites passed speaks for its state, and for no other one", () => {
  const page = `# Evidence\n\n${pageOf(passed, other)}\n`;
  expect(problemsOfPage(page, state, suites)).toEqual([]);
  expect(problemsOfPage(page, "a".repeat(64), suites)).toEqual([
    "It is about state 3f9c2a1, but this is state aaaaaaa.",
  ]);
});

test("a suite that failed, wasn't run or isn't on the page is a problem", () => {
  const added: Suite = { id: "new", proves: "", command: "new", programs: [] };
  expect(problemsOfPage(pageOf(passed), state, suites)).toEqual([`versions-26.0.8: ${notRun}.`]);
  expect(problemsOfPage(pageOf(passed, failed), state, [...suites, added])).toEqual([
    "versions-26.0.8: failed: 3 passed, 2 failed.",
    "It has no suite new.",
  ]);
  expect(problemsOfPage("# Evidence\n", state, suites)).toEqual(["It names no state."]);
});

test("the list shows what passed with its time, what failed, and what is missing", () => {
  expect(listLines(evidenceOf(passed))).toEqual([
    "State 3f9c2a1, Keycloak 26.7.3",
    "✓ gate             1004 passed, 14 min, 2026-12-01",
    "– versions-26.0.8  not run on this state",
    "1 of 2 suites passed.",
  ]);
  expect(listLines(evidenceOf(failed))[2]).toMatch(/^✗ versions-26\.0\.8 {2}failed: 3 passed/);
});

// Not that its state is the present one: each change of the code would break it.
test("docs/evidence.md names a state, and for each of its suites a result", () => {
  const page = readText("docs/evidence.md");
  const [, written = ""] = page.split(/<!-- (?:Begin|End) of what `npm run evidence` writes. -->/);
  const rows = written.split("\n").filter((line) => line.startsWith("| `"));
  const { results } = readEvidencePage(written) ?? {};
  expect(results?.size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(10);
  for (const result of results?.values() ?? []) {
    expect(result).toMatch(/^((\d+ )?passed|failed.*|not run on this state)$/);
  }
});
