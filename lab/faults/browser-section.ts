import { browserCases, browserFaults } from "../../test/faults/browser-case.ts";
import type { Outcome } from "../../tools/test/outcome.ts";

/** What the document tells of the cases in a browser. */
export function browserSection({ passed, failed }: Outcome): string {
  const scenarios = [...new Set(browserCases.map(({ scenario }) => scenario))];
  const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const rows = browserFaults.map((fault) => {
    const counts = scenarios.map(
      (scenario) =>
        browserCases.filter((it) => it.scenario === scenario && it.fault === fault).length,
    );
    return row(fault, ...counts);
  });
  return `## In a browser

The same through the tab itself, the fault being between Chromium and the server: what the tab says is held
against what the server holds, then **Continue** or **Undo** is clicked. ${passed} passed, ${failed} failed.

${row("", ...scenarios.map(({ name }) => name))}
|---${"|--:".repeat(scenarios.length)}|
${rows.join("\n")}`;
}
