import { browserCases, browserFaults } from "../../test/faults/browser-case.ts";
import type { Verdict } from "../../test/faults/problem.ts";
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
  ["lost", "mappings, settings or ends lost that no plan removes"],
  ["added", "mappings, settings or ends added that no plan names"],
  ["falseReport", "false reports"],
  ["notRecovered", "not recoverable by Continue or Undo"],
  ["leak", "tokens visible to a person or in a log"],
  ["broken", "cases that couldn't be evaluated"],
];

const tables = [
  [
    "faults",
    "Faults",
    "Columns show what a person does. Rows show the fault at one of its requests, for each request in turn: once, *lasting* for all similar requests, or *offline* for all later requests. A *page* is unrelated HTML, such as a proxy's. *After* means that the server carried out the request.",
  ],
  [
    "ends",
    "Ends",
    "The same faults, where what a person does changes when roles end. At no time may a role be assigned without the end that it is to have. In the end, the workflows and the server's schedule must be as the plan says, and nothing may be left of a request that was sent twice or not answered. A workflow of someone else and a role that ends at another time stay as they are.",
  ],
  [
    "moving objects",
    "Objects that change",
    "Another person deletes, renames or switches something just before each request. These cases use the roles of their own client, because Keycloak's own roles can't be deleted.",
  ],
  [
    "two administrators",
    "Two administrators",
    "Both see the same state, and then their requests arrive in every order. Columns show what the first administrator does, who also continues or undoes it. Rows show what the second one does.",
  ],
] as const;

/** The document that tells what the fault matrix came to. */
export function faultsMarkdown({ version, day, results, inBrowser }: FaultsRun): string {
  const casesWith = (verdict: Verdict) =>
    results.filter(({ problems }) => problems.some((it) => it.verdict === verdict)).length;
  return `# Faults

In each case, a proxy in front of a real Keycloak breaks one request, or another person changes something just before
it. Then a person clicks **Continue** or **Undo**. \`npm run test:faults\` runs all cases and writes this page; \`npm test\`
runs 20 cases chosen by a seed.

After each case, the test compares the server's own export and lists with those from before, without any code of the
product. Only what the plan names may be added or lost. Each line of the report must be correct, and *unknown* only
while the server can't be asked. Continue must reach the plan, and Undo the previous state. Service accounts stay on
after Undo, because turning them off deletes the account. A formerly public client is public again.

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

The same through the tab itself, with the fault between Chromium and the server. The test compares the tab's statements
with the server's state, then clicks **Continue** or **Undo**. ${passed} passed, ${failed} failed.

${markdownTable(["", ...scenarios.map(({ name }) => name)], rows, scenarios.length)}`;
}
