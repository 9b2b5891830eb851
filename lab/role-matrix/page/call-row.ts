import type { CallTemplate } from "../../../src/catalog/calls/call-template.ts";
import type { MeasuredCall } from "../../../src/catalog/measured/measured-matrix.ts";
import { allowedInWords } from "../answer-in-words.ts";
import { callDetails } from "./call-details.ts";
import { element } from "./element.ts";
import { markRole, rolesAsCode } from "./roles-as-code.ts";
import type { Version } from "./version.ts";

const mostPresets = 3;

/** A line of the table: the call, and the smallest roles and presets that allow it. */
export function callRow(
  call: MeasuredCall,
  version: Version,
  versions: readonly Version[],
): HTMLTableRowElement {
  const button = element(
    "button",
    { type: "button", class: "plain", "aria-expanded": "false" },
    version.names.ofCall(call) || `${call.method} ${call.path}`,
  );
  const row = element(
    "tr",
    {},
    element("td", {}, button, callPath(call)),
    element(
      "td",
      { "data-label": "Roles" },
      ...rolesAsCode(allowedInWords(call, version.matrix, markRole)),
    ),
    element("td", { "data-label": "Presets" }, ...presetsInWords(call, version)),
  );
  let details: HTMLElement | undefined;
  button.addEventListener("click", () => {
    details?.remove();
    details = details === undefined ? callDetails(call, version, versions) : undefined;
    if (details !== undefined) row.after(details);
    button.setAttribute("aria-expanded", String(details !== undefined));
  });
  return row;
}

/** A method and a path that may break behind each slash. */
export function callPath({ method, path }: CallTemplate): HTMLElement {
  const parts = path.split(/(?<=\/)/).flatMap((part) => [element("wbr"), part]);
  return element("code", { class: "path" }, element("b", {}, method), " ", ...parts);
}

/** Each with the comma behind it, so that no line begins with one. */
function presetsInWords(call: MeasuredCall, version: Version): readonly (Node | string)[] {
  const sets = version.smallestPresets(call);
  if (sets.length === 0) return ["none"];
  const shown = sets.slice(0, mostPresets);
  const button = (id: string) => {
    const name = version.presets.find((preset) => preset.id === id)?.name ?? id;
    return element("button", { type: "button", class: "plain link", "data-preset": id }, name);
  };
  const texts = shown.flatMap((set, place) => {
    const end = place < shown.length - 1 ? "," : "";
    return set.flatMap(({ id }, index) => {
      const behind = index < set.length - 1 ? " +" : end;
      return [element("span", {}, button(id), behind), " "];
    });
  });
  const more = sets.length - shown.length;
  return more > 0 ? [...texts, `and ${more} more`] : texts.slice(0, -1);
}
