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

function presetsInWords(call: MeasuredCall, version: Version): readonly (Node | string)[] {
  const sets = version.smallestPresets(call);
  if (sets.length === 0) return ["none"];
  const nameOf = (id: string) => version.presets.find((preset) => preset.id === id)?.name ?? id;
  const links = sets
    .slice(0, mostPresets)
    .flatMap((set, place) =>
      set.flatMap(({ id }, index) => [
        index > 0 ? " + " : place > 0 ? ", " : "",
        element("button", { type: "button", class: "plain link", "data-preset": id }, nameOf(id)),
      ]),
    );
  const more = sets.length - mostPresets;
  return more > 0 ? [...links, ` and ${more} more`] : links;
}
