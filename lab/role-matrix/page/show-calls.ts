import { callRow } from "./call-row.ts";
import { byId, element } from "./element.ts";
import type { Selection } from "./selection-of.ts";
import type { Version } from "./version.ts";
import { wordsOfVerdict } from "./words-of-verdict.ts";

/**
 * Fills the table.
 *
 * @param versions all of them, the newest first
 */
export function showCalls(
  { sections, count, labelOf }: Selection,
  version: Version,
  versions: readonly Version[],
): void {
  const table = byId("calls", HTMLTableElement);
  for (const body of [...table.tBodies]) body.remove();
  for (const { title, calls } of sections) {
    const number = element("span", { class: "quiet" }, `${calls.length}`);
    const head = element("th", { scope: "rowgroup", colspan: "3" }, `${title} `, number);
    const body = element("tbody");
    if (title !== "") body.append(element("tr", {}, head));
    for (const call of calls) {
      const row = callRow(call, version, versions);
      const verdict = labelOf?.(call);
      const label =
        verdict && element("span", { class: `verdict ${verdict}` }, wordsOfVerdict[verdict]);
      if (label !== undefined) row.querySelector("button")?.after(" ", label);
      body.append(row);
    }
    table.append(body);
  }
  table.hidden = count === 0;
  // Who asks for one call wants to know all of it.
  if (count === 1) table.querySelector<HTMLElement>("[aria-expanded]")?.click();
}
