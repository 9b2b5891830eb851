import { verdictOf } from "../../../src/access/model/verdict-of.ts";
import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type {
  MeasuredCall,
  MeasuredMatrix,
} from "../../../src/catalog/measured/measured-matrix.ts";
import { allowedInWords } from "../answer-in-words.ts";
import { byFamily } from "../by-family.ts";
import { callDetails, type VersionMatrix } from "./call-details.ts";
import { type CallRow, rowMaker, setAnswer } from "./call-row.ts";
import { element } from "./element.ts";
import { matrixHead } from "./matrix-head.ts";
import { groupRoles } from "./role-groups.ts";

/** What names calls and families. */
export interface Names {
  readonly ofCall: (call: MeasuredCall) => string;
  readonly ofFamily: (id: string) => string;
}

interface FamilyBody {
  readonly body: HTMLTableSectionElement;
  readonly count: HTMLElement;
  readonly rows: readonly CallRow[];
}

/** The table of one version. Made once for each; what is shown changes by hiding lines. */
export class MatrixTable {
  readonly table: HTMLTableElement;
  readonly #matrix: MeasuredMatrix;
  readonly #versions: readonly VersionMatrix[];
  readonly #families: readonly FamilyBody[];
  #columns: number;
  #open: { readonly row: CallRow; readonly details: HTMLElement } | undefined;

  constructor(matrix: MeasuredMatrix, versions: readonly VersionMatrix[], names: Names) {
    this.#matrix = matrix;
    this.#versions = versions;
    this.#columns = matrix.roles.length + 1;
    const groups = groupRoles(matrix.roles);
    const makeRow = rowMaker(groups);
    this.#families = byFamily(matrix.calls).map(({ family, calls }) => {
      const rows = calls.map((call) =>
        makeRow(call, names.ofCall(call), allowedInWords(call, matrix)),
      );
      return this.#makeBody(names.ofFamily(family), rows);
    });
    const caption = `What each admin role of Keycloak ${matrix.version} gets of each call`;
    this.table = element(
      "table",
      {},
      element("caption", { class: "unseen" }, caption),
      ...matrixHead(groups),
      ...this.#families.map(({ body }) => body),
    );
  }

  #makeBody(name: string, rows: readonly CallRow[]): FamilyBody {
    const count = element("span", { class: "count" });
    const heading = element(
      "th",
      { scope: "rowgroup", colspan: String(this.#columns), class: "whole" },
      `${name} `,
      count,
    );
    const body = element("tbody", {}, element("tr", { class: "family" }, heading));
    body.append(...rows.map(({ line }) => line));
    return { body, count, rows };
  }

  /** Shows these calls, and what these roles get of each. */
  show(calls: ReadonlySet<MeasuredCall>, roles: readonly string[]): void {
    for (const { body, count, rows } of this.#families) {
      let shown = 0;
      for (const row of rows) {
        const isShown = calls.has(row.call);
        row.line.hidden = !isShown;
        shown += Number(isShown);
        if (roles.length > 0 && isShown) {
          const verdict = verdictOf(row.call, roles, this.#matrix);
          setAnswer(row.together, roles.join(" + "), verdict);
        }
      }
      body.hidden = shown === 0;
      count.textContent = shown === rows.length ? `${shown}` : `${shown} of ${rows.length}`;
    }
    this.#showTogether(roles.length > 0);
    this.#markColumns("chosen", (role) => roles.includes(role));
    if (this.#open !== undefined) this.#open.details.hidden = this.#open.row.line.hidden;
  }

  /** Marks the column that is pointed at, since its head may be far above. */
  pointAt(role: string): void {
    this.#markColumns("pointed", (it) => it === role);
  }

  #markColumns(mark: string, isMarked: (role: string) => boolean): void {
    for (const column of this.table.querySelectorAll<HTMLElement>("[data-role]")) {
      column.classList.toggle(mark, isMarked(column.dataset["role"] ?? ""));
    }
  }

  /** Cells that span the table must not be wider than it: the browser would add columns. */
  #showTogether(isShown: boolean): void {
    this.#columns = this.#matrix.roles.length + (isShown ? 2 : 1);
    this.table.classList.toggle("with-together", isShown);
    for (const cell of this.table.querySelectorAll<HTMLTableCellElement>(".whole")) {
      cell.colSpan = this.#columns;
    }
  }

  /** Opens the details of one call and closes those of the last one. */
  openDetails(key: string): void {
    this.#open?.details.remove();
    this.#open?.row.button.setAttribute("aria-expanded", "false");
    const row = this.rowOf(key);
    if (row === undefined) {
      this.#open = undefined;
      return;
    }
    const content = callDetails(row.call, this.#matrix, this.#versions);
    const cell = element("td", { colspan: String(this.#columns), class: "whole" }, content);
    const details = element("tr", { class: "details" }, cell);
    details.hidden = row.line.hidden;
    row.line.after(details);
    row.button.setAttribute("aria-expanded", "true");
    this.#open = { row, details };
  }

  /** The line of a call, by its `callKey`. */
  rowOf(key: string): CallRow | undefined {
    return this.#families.flatMap(({ rows }) => rows).find(({ call }) => callKey(call) === key);
  }
}
