import { toOneLine } from "../../../src/access/pasted/one-line-text.ts";
import { callPath } from "./call-row.ts";
import { byId, element } from "./element.ts";
import { Filters } from "./filters.ts";
import type { PageData } from "./page-data.ts";
import { selectionOf } from "./selection-of.ts";
import { showCalls } from "./show-calls.ts";
import { showStatus } from "./show-status.ts";
import { Version } from "./version.ts";

const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** Brings the page to life, with the fields as its address names them. */
export function startPage(): void {
  const data: PageData = JSON.parse(byId("data", HTMLElement).textContent ?? "");
  const versions = data.measured.map((file) => new Version(file, data));
  const filters = new Filters(data);
  const search = byId("search", HTMLInputElement);
  let shown: Version | undefined;
  let hadHolder = false;

  const show = (wanted: URLSearchParams) => {
    const asked = versions.find(({ matrix }) => matrix.version === wanted.get("version"));
    const version = asked ?? versions[0];
    if (version === undefined) throw new Error("The page has no measurement.");
    if (version !== shown) filters.offer(version);
    if (version !== shown) showVersion(version);
    shown = version;
    filters.fill(wanted);
    const values = filters.read();
    const selection = selectionOf(version, values);
    hadHolder = values.has("preset") || values.has("role");
    showCalls(selection, version, versions);
    showStatus(selection, values);
    history.replaceState(null, "", values.size > 0 ? `#${values}` : location.pathname);
  };

  /** To choose a first preset or role is to ask what it allows. */
  const choose = (values: URLSearchParams) => {
    const hasHolder = values.has("preset") || values.has("role");
    if (hasHolder && !hadHolder) values.set("result", "allowed");
    if (!hasHolder && hadHolder) values.delete("result");
    show(values);
  };

  /** Nothing but the version that is shown, and this. */
  const only = (values: Readonly<Record<string, string>>) =>
    new URLSearchParams({ ...values, version: shown?.matrix.version ?? "" });

  byId("project", HTMLElement).textContent = data.project;
  byId("filters", HTMLElement).addEventListener("input", () => choose(filters.read()));
  byId("filters", HTMLElement).addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text") ?? "";
    // A browser would join several lines without a gap.
    if (!/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    search.value = toOneLine(pasted);
    choose(filters.read());
  });
  byId("clear", HTMLElement).addEventListener("click", () => {
    show(only({}));
    search.focus();
  });
  byId("calls", HTMLElement).addEventListener("click", ({ target }) => {
    const preset = target instanceof HTMLElement ? target.dataset["preset"] : undefined;
    if (preset === undefined) return;
    show(only({ preset, result: "allowed" }));
    byId("preset", HTMLElement).focus();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.matches("input, select");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });
  const showAddress = () => show(new URLSearchParams(location.hash.slice(1)));
  addEventListener("hashchange", showAddress);
  showAddress();
}

function showVersion({ matrix, names }: Version): void {
  const measuredOn = day.format(new Date(matrix.measuredOn));
  byId("measured", HTMLElement).textContent =
    `Measured on Keycloak ${matrix.version}, ${measuredOn}`;
  const lists = new Map<string, HTMLElement>();
  for (const call of matrix.notCalled) {
    const list = lists.get(call.reason) ?? element("ul");
    list.append(element("li", {}, `${names.ofCall(call)} `, callPath(call)));
    lists.set(call.reason, list);
  }
  const summary = element(
    "summary",
    {},
    `Calls that were not measured: ${matrix.notCalled.length}`,
  );
  byId("not-called", HTMLElement).replaceChildren(
    summary,
    ...[...lists].flatMap(([reason, list]) => [element("p", {}, reason), list]),
  );
}
