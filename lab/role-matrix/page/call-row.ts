import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type { MeasuredCall, Verdict } from "../../../src/catalog/measured/measured-matrix.ts";
import { callPath } from "./call-path.ts";
import { element } from "./element.ts";
import type { RoleGroup } from "./role-groups.ts";
import { wordsOfVerdict } from "./words-of-verdict.ts";

/** A line of the table. */
export interface CallRow {
  readonly call: MeasuredCall;
  readonly line: HTMLTableRowElement;
  readonly button: HTMLButtonElement;
  /** What the chosen roles get together. */
  readonly together: HTMLTableCellElement;
}

/** Makes lines of the table; see {@link rowMaker}. */
export type MakeRow = (call: MeasuredCall, name: string, allowedBy: string) => CallRow;

/** Hundreds of calls share a few dozen patterns of answers: the cells of each are made once and copied. */
export function rowMaker(groups: readonly RoleGroup[]): MakeRow {
  const patterns = new Map<string, DocumentFragment>();
  const cellsOf = (call: MeasuredCall): Node => {
    const key = [...call.verdicts.values()].join();
    const known = patterns.get(key) ?? answerCells(call, groups);
    patterns.set(key, known);
    return known.cloneNode(true);
  };
  return (call, name, allowedBy) => {
    const button = element(
      "button",
      { type: "button", "aria-expanded": "false", "data-call": callKey(call) },
      name || `${call.method} ${call.path}`,
    );
    const together = element("td", { class: "together" });
    const line = element(
      "tr",
      { class: "call" },
      element(
        "th",
        { scope: "row", class: "call" },
        button,
        callPath(call),
        element("span", { class: "allowed-by" }, `Allowed by: ${allowedBy}`),
      ),
      together,
      cellsOf(call),
    );
    return { call, line, button, together };
  };
}

function answerCells(call: MeasuredCall, groups: readonly RoleGroup[]): DocumentFragment {
  const cells = document.createDocumentFragment();
  for (const { roles } of groups) {
    for (const [index, role] of roles.entries()) {
      const cell = element("td", { class: index === 0 ? "first" : "" });
      setAnswer(cell, role, call.verdicts.get(role) ?? "unknown");
      cells.append(cell);
    }
  }
  return cells;
}

/** The mark itself is drawn by the style; its words are there for everyone else. */
export function setAnswer(cell: HTMLElement, holder: string, verdict: Verdict): void {
  cell.dataset["answer"] = verdict;
  cell.title = `${holder}: ${wordsOfVerdict[verdict]}`;
  cell.textContent = wordsOfVerdict[verdict];
}
