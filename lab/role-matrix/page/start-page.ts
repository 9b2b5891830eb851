import { type CallIndex, createCallIndex } from "../../../src/access/question/call-index.ts";
import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type { MeasuredMatrix } from "../../../src/catalog/measured/measured-matrix.ts";
import { byId, Controls } from "./controls.ts";
import { filterCalls } from "./filter-calls.ts";
import { MatrixTable } from "./matrix-table.ts";
import { namesOf, type PageData, unpackVersion } from "./page-data.ts";
import { showNotCalled } from "./show-not-called.ts";
import { readView, type View, withRoles, writeView } from "./view.ts";

/** All that belongs to one version. */
interface ShownVersion {
  readonly matrix: MeasuredMatrix;
  readonly index: CallIndex;
  readonly table: MatrixTable;
}

/** Brings the page to life, with the view that its address names. */
export function startPage(): void {
  const data: PageData = JSON.parse(byId("data", HTMLElement).textContent ?? "");
  const names = namesOf(data);
  const families = new Map(data.families);
  const versions = data.versions.map((it) => ({
    minor: it.minor,
    matrix: unpackVersion(data, it),
  }));
  const place = byId("matrix", HTMLElement);
  let view = readView(location.hash, data);
  let shown: ShownVersion | undefined;

  const makeVersion = (minor: string): ShownVersion => {
    const matrix = versions.find((it) => it.minor === minor)?.matrix;
    if (matrix === undefined) throw new Error(`The page has no data of ${minor}.`);
    const table = new MatrixTable(matrix, versions, {
      ofCall: (call) => names.get(callKey(call)) ?? "",
      ofFamily: (id) => families.get(id) ?? id,
    });
    return { matrix, table, index: createCallIndex(matrix, (key) => names.get(key)) };
  };

  const render = (wanted: View) => {
    const before = view;
    const isOther = shown === undefined || wanted.version !== before.version;
    const current = shown === undefined || isOther ? makeVersion(wanted.version) : shown;
    shown = current;
    const { matrix, index, table } = current;
    // A version may lack roles that the last one had.
    view = isOther ? readView(writeView(wanted, data), data) : wanted;
    if (isOther) {
      place.replaceChildren(table.table);
      controls.offerRoles(matrix.roles);
      byId("measured", HTMLElement).textContent =
        `Keycloak ${matrix.version}, measured on ${matrix.measuredOn}`;
      showNotCalled(data, view.version, (key) => names.get(key));
    }
    const calls = filterCalls(matrix, index, view);
    table.show(calls, view.roles);
    if (isOther || view.call !== before.call) table.openDetails(view.call);
    controls.show(view);
    byId("count", HTMLElement).textContent = `${calls.size} of ${matrix.calls.length} calls`;
    byId("nothing", HTMLElement).hidden = calls.size > 0;
    const hash = writeView(view, data);
    byId("clear", HTMLElement).hidden = writeView({ ...view, version: "", call: "" }, data) === "";
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  };

  const controls = new Controls(data, view, render);
  place.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const role = target.closest<HTMLElement>("th.role")?.dataset["role"];
    if (role !== undefined) {
      const others = view.roles.filter((it) => it !== role);
      render(withRoles(view, others.length < view.roles.length ? others : [...others, role]));
    }
    const call = target.closest<HTMLElement>("button[data-call]")?.dataset["call"];
    if (call !== undefined) render({ ...view, call: call === view.call ? "" : call });
  });
  place.addEventListener("mouseover", ({ target }) => {
    const cell = target instanceof Element ? target.closest("tr.call > td") : null;
    const position = cell instanceof HTMLTableCellElement ? cell.cellIndex : -1;
    const column = shown?.table.table.querySelectorAll("col")[position];
    shown?.table.pointAt(column?.dataset["role"] ?? "");
  });
  byId("clear", HTMLElement).addEventListener("click", () => {
    render({ ...view, text: "", family: "", roles: [], answer: "" });
    byId("search", HTMLElement).focus();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.matches("input, select");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    byId("search", HTMLElement).focus();
  });
  addEventListener("hashchange", () => render(readView(location.hash, data)));
  // Where a line has no room for columns, the roles would push the calls off the screen.
  byId("role-choice", HTMLDetailsElement).open =
    view.roles.length > 0 || matchMedia("(min-width: 52rem)").matches;
  render(view);
  shown?.table.rowOf(view.call)?.line.scrollIntoView({ block: "center" });
}
