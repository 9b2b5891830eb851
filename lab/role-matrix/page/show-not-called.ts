import { callKey } from "../../../src/catalog/calls/call-template.ts";
import { callPath } from "./call-path.ts";
import { byId } from "./controls.ts";
import { element } from "./element.ts";
import type { PageData } from "./page-data.ts";

/** Lists the calls of a version that were not made, by reason. */
export function showNotCalled(
  data: PageData,
  minor: string,
  nameOf: (callKey: string) => string | undefined,
): void {
  const reasons = data.versions.find((it) => it.minor === minor)?.notCalled ?? [];
  const lines = reasons.flatMap(([reason, calls]) => [
    element("h3", {}, reason),
    element("ul", {}, ...calls.map((call) => lineOf(data, call, nameOf))),
  ]);
  const total = reasons.reduce((sum, [, calls]) => sum + calls.length, 0);
  byId("not-called", HTMLElement).hidden = total === 0;
  byId("not-called-count", HTMLElement).textContent =
    total === 1 ? "1 call was not made" : `${total} calls were not made`;
  byId("not-called-list", HTMLElement).replaceChildren(...lines);
}

function lineOf(
  { calls }: PageData,
  number: number,
  nameOf: (callKey: string) => string | undefined,
): HTMLElement {
  const [method = "", path = ""] = calls[number] ?? [];
  const name = nameOf(callKey({ method, path }));
  return element("li", {}, ...(name === undefined ? [] : [`${name} `]), callPath({ method, path }));
}
