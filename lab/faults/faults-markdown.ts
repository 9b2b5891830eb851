import { browserCases, browserFaults } from "../../test/faults/browser-case.ts";
import type { Verdict } from "../../test/faults/judge.ts";
import type { Outcome } from "../../tools/test/outcome.ts";
import { markdownTable } from "../markdown/table.ts";
import type { CaseResult } from "./run-cases.ts";

/** What stands above the tables. */
export interface FaultsRun {
  readonly version: string;
  /** The day of the run, as `2026-01-31`. */
  readonly day: string;
  readonly results: readonly CaseResult[];
  readonly inBrowser: Outcome;
}

const figures: readonly (readonly [Verdict, string])[] = [
  ["lost", "mappings or settings lost that no plan took"],
  ["added", "mappings or settings added that no plan named"],
  ["falseReport", "false reports"],
  ["notRecovered", "not recoverable by Continue or Undo"],
  ["leak", "tokens in what a person or a log may see"],
  ["broken", "cases that could not be told"],
];

const tables = [
  [
    "faults",
    "Faults",
    "The columns are what a person does, the rows what goes wrong at one of its requests, each request in turn: once, *lasting* for all requests like it, or *offline* for all that follow. A *page* is somebody else's HTML, such as a proxy's; *after* means that the server did what was asked.",
  ],
  [
    "moving objects",
    "Objects that move",
    "Somebody else deletes, renames or switches something, just before each request. The roles are those of a client of the case's own, since Keycloak's own can't be deleted.",
  ],
  [
    "two administrators",
    "Two administrators",
    "Both look at the same state; then their requests come in every order. The columns are what the first one does, who goes on or takes it back, the rows what the second one does.",
  ],
] as const;

/** The document that tells what the fault matrix came to. */
export function faultsMarkdown({ version, day, results, inBrowser }: FaultsRun): string {
  const casesWith = (verdict: Verdict) =>
    results.filter(({ problems }) => problems.some((it) => it.verdict === verdict)).length;
  return `# What breaks, and what becomes of it

A gate between the writer and a real Keycloak breaks one request, or somebody moves something just before
it; then a person clicks **Continue** or **Undo**. \`npm run test:faults\` runs all of it and writes this
page; \`npm test\` runs 20 cases that a seed chooses.

After each case the server's own export and lists are compared with those from before, with none of the
product's code: nothing was added or lost but what the plan names, the report is right line by line and
*unknown* only while the server can't be asked, and Continue reached the plan, Undo the state before.
Service accounts stay switched on after Undo, since switching them off deletes the account; a client that
was public is public again.

Keycloak ${version}, ${day}: **${results.length} cases**.

${markdownTable(
  ["", "cases"],
  figures.map(([verdict, text]) => [text, casesWith(verdict)]),
)}

${tables.map((table) => sectionOf(table, results)).join("\n\n")}

${browserSection(inBrowser)}
`;
}

function sectionOf(
  [table, title, text]: (typeof tables)[number],
  results: readonly CaseResult[],
): string {
  const own = results.filter(({ faultCase }) => faultCase.table === table);
  return `## ${title}\n\n${text}\n\n${tableOf(own)}`;
}

/** Counts by what happens and by what a person does; how many failed stands behind a slash. */
function tableOf(results: readonly CaseResult[]): string {
  const scenarios = [...new Set(results.map(({ faultCase }) => faultCase.scenario))];
  const happenings = [...new Set(results.map(({ faultCase }) => faultCase.happening))];
  const cell = (scenario: string | undefined, happening: string | undefined) => {
    const counted = results.filter(
      ({ faultCase }) =>
        (scenario ?? faultCase.scenario) === faultCase.scenario &&
        (happening ?? faultCase.happening) === faultCase.happening,
    );
    const failed = counted.filter(({ problems }) => problems.length > 0).length;
    if (counted.length === 0) return "";
    return failed === 0 ? String(counted.length) : `${counted.length} / ${failed} failed`;
  };
  const rowOf = (title: string, happening?: string) => [
    title,
    ...scenarios.map((it) => cell(it, happening)),
    cell(undefined, happening),
  ];
  return markdownTable(
    ["", ...scenarios, "all"],
    [...happenings.map((happening) => rowOf(happening, happening)), rowOf("all")],
    scenarios.length + 1,
  );
}

/** What the document tells of the cases in a browser. */
function browserSection({ passed, failed }: Outcome): string {
  const scenarios = [...new Set(browserCases.map(({ scenario }) => scenario))];
  const rows = browserFaults.map((fault) => {
    const counts = scenarios.map(
      (scenario) =>
        browserCases.filter((it) => it.scenario === scenario && it.fault === fault).length,
    );
    return [fault, ...counts];
  });
  return `## In a browser

The same through the tab itself, the fault being between Chromium and the server: what the tab says is held
against what the server holds, then **Continue** or **Undo** is clicked. ${passed} passed, ${failed} failed.

${markdownTable(["", ...scenarios.map(({ name }) => name)], rows, scenarios.length)}`;
}
