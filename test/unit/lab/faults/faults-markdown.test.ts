import { expect, test } from "vitest";
import { faultsMarkdown } from "../../../../lab/faults/faults-markdown.ts";
import type { FaultCase } from "../../../faults/fault-cases.ts";
import type { Verdict } from "../../../faults/problem.ts";

const resultOf = (scenario: string, happening: string, ...verdicts: readonly Verdict[]) => ({
  faultCase: { table: "faults", scenario, happening } as FaultCase,
  problems: verdicts.map((verdict) => ({ verdict, text: "wrong" })),
});

const text = faultsMarkdown({
  version: "26.7.3",
  day: "2026-01-31",
  results: [
    resultOf("apply", "cut before"),
    resultOf("apply", "cut before"),
    resultOf("remove", "cut before", "lost", "lost", "falseReport"),
    resultOf("apply", "429"),
  ],
  inBrowser: { passed: 132, failed: 0 },
});

test("the document says how many cases ran on which server, and when", () => {
  expect(text).toContain("Keycloak 26.7.3, 2026-01-31: **4 cases**.");
});

test("a case counts once in each figure, however often it went wrong", () => {
  expect(text).toContain("| mappings, settings or ends lost that no plan removes | 1 |");
  expect(text).toContain("| false reports | 1 |");
  expect(text).toContain("| not recoverable by Continue or Undo | 0 |");
});

test("cases are counted by what happens and by what a person does, failed ones too", () => {
  expect(text).toContain("| cut before | 2 | 1 / 1 failed | 3 / 1 failed |");
  expect(text).toContain("| 429 | 1 |  | 1 |");
  expect(text).toContain("| all | 3 | 1 / 1 failed | 4 / 1 failed |");
});

test("browser cases are reported with their counts", () => {
  expect(text).toContain("132 passed, 0 failed.");
  expect(text).toContain("| duplicate | 2 | 4 | 3 | 3 |");
});
