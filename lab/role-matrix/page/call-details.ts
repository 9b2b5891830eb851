import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../../src/catalog/measured/measured-matrix.ts";
import { allowedInWords } from "../answer-in-words.ts";
import { fullAdministrator } from "../smallest-roles.ts";
import { element } from "./element.ts";
import { wordsOfVerdict } from "./words-of-verdict.ts";

/** A version and what was measured of it. */
export interface VersionMatrix {
  readonly minor: string;
  readonly matrix: MeasuredMatrix;
}

/**
 * What stands below a line of the table: the smallest sets of roles, every role by its answer, and
 * what other versions say.
 *
 * @param versions the newest first
 */
export function callDetails(
  call: MeasuredCall,
  matrix: MeasuredMatrix,
  versions: readonly VersionMatrix[],
): HTMLElement {
  const terms = element("dl", {});
  const add = (term: string, ...content: readonly Node[]) => {
    if (content.length === 0) return;
    terms.append(element("div", {}, element("dt", {}, term), element("dd", {}, ...content)));
  };
  add("Smallest roles", element("code", { class: "smallest" }, allowedInWords(call, matrix)));
  add("Allowed", ...rolesWith("allowed", call, matrix));
  add("Answers with less", ...rolesWith("filtered", call, matrix));
  add("Denied", ...rolesWith("denied", call, matrix));
  add("Not known", ...rolesWith("unknown", call, matrix));
  add("By version", ...byVersion(call, versions));
  return terms;
}

function rolesWith(
  verdict: Verdict,
  { verdicts }: MeasuredCall,
  { roles, includes }: MeasuredMatrix,
): readonly Node[] {
  return roles
    .filter((role) => verdicts.get(role) === verdict)
    .map((role) => {
      // Else a person would look for the reason in the role itself.
      const through = includes.get(role)?.find((it) => verdicts.get(it) === verdict);
      const code = element("code", { title: `${role}: ${wordsOfVerdict[verdict]}` }, role);
      const isTold = through !== undefined && role !== fullAdministrator && verdict !== "denied";
      return element("span", { class: "set" }, code, isTold ? ` through ${through}` : "");
    });
}

/** Versions in a row that say the same are told together. */
function byVersion(call: MeasuredCall, versions: readonly VersionMatrix[]): readonly Node[] {
  const runs: { minors: string[]; text: string }[] = [];
  for (const { minor, matrix } of versions) {
    const same = matrix.calls.find((it) => callKey(it) === callKey(call));
    const text = same === undefined ? "not measured" : allowedInWords(same, matrix);
    const last = runs.at(-1);
    if (last?.text === text) last.minors.unshift(minor);
    else runs.push({ minors: [minor], text });
  }
  return runs.map(({ minors, text }) =>
    element("span", { class: "version" }, element("b", {}, minors.join(", ")), ` ${text}`),
  );
}
