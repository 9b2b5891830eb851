import { measuredRoleNames } from "../../../src/access/model/measured-role-names.ts";
import { verdictOf } from "../../../src/access/model/verdict-of.ts";
import { conditionOf } from "../../../src/catalog/calls/call-conditions.ts";
import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type { MeasuredCall, Verdict } from "../../../src/catalog/measured/measured-matrix.ts";
import { allowedInWords } from "../answer-in-words.ts";
import { element } from "./element.ts";
import { markRole, rolesAsCode } from "./roles-as-code.ts";
import type { Version } from "./version.ts";

/**
 * The line below a call: what every role and every preset gets of it, and what other versions say.
 *
 * @param versions all of them, the newest first
 */
export function callDetails(
  call: MeasuredCall,
  { matrix, presets }: Version,
  versions: readonly Version[],
): HTMLTableRowElement {
  const rolesWith = (verdict: Verdict) =>
    [...matrix.roles, ...matrix.masterRoles]
      .filter((role) => call.verdicts.get(role) === verdict)
      .map(markRole);
  const allowing = presets.filter(
    ({ roles }) => verdictOf(call, measuredRoleNames(roles, matrix), matrix) === "allowed",
  );
  const lists: readonly (readonly [term: string, items: readonly string[]])[] = [
    ["Condition", [conditionOf(call) ?? []].flat()],
    ["Allowed, by preset", allowing.map(({ name }) => name)],
    ["Allowed, by role", rolesWith("allowed")],
    ["Partial results, by role", rolesWith("filtered")],
    ["Denied, by role", rolesWith("denied")],
    ["Not known, by role", rolesWith("unknown")],
  ];
  const items = lists
    .filter(([, { length }]) => length > 0)
    .map(([term, items]) => item(term, items.join(", ")));
  const versionItem = item("Smallest roles, by Keycloak version", rolesByVersion(call, versions));
  const list = element("dl", {}, ...items, versionItem);
  return element("tr", { class: "details" }, element("td", { colspan: "3" }, list));
}

const item = (term: string, text: string) =>
  element("div", {}, element("dt", {}, term), element("dd", {}, ...rolesAsCode(text)));

/** Versions in a row that say the same are named together. */
function rolesByVersion(call: MeasuredCall, versions: readonly Version[]): string {
  const key = callKey(call);
  const runs: { readonly names: string[]; readonly text: string }[] = [];
  for (const { matrix } of versions) {
    const same = matrix.calls.find((other) => callKey(other) === key);
    const text = same === undefined ? "not measured" : allowedInWords(same, matrix, markRole);
    if (runs.at(-1)?.text === text) runs.at(-1)?.names.push(matrix.version);
    else runs.push({ names: [matrix.version], text });
  }
  return runs.map(({ names, text }) => `${names.join(", ")}: ${text}`).join("; ");
}
