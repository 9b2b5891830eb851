import { measuredRoleNames } from "../../../src/access/model/measured-role-names.ts";
import { verdictOf } from "../../../src/access/model/verdict-of.ts";
import { fullAdministrator } from "../../../src/access/question/needs-of-calls.ts";
import { familyOf } from "../../../src/catalog/calls/families.ts";
import type { MeasuredCall, Verdict } from "../../../src/catalog/measured/measured-matrix.ts";
import type { DescribedPreset } from "../describe-preset.ts";
import { callsForText } from "./calls-for-text.ts";
import { type Section, sectionsOf } from "./sections-of.ts";
import type { Version } from "./version.ts";

/** What the fields choose. */
export interface Selection {
  readonly sections: readonly Section[];
  readonly count: number;
  /** What the search didn't find. */
  readonly notes: readonly string[];
  readonly preset: DescribedPreset | undefined;
  /** The preset and roles that were chosen; empty where none were. */
  readonly holder: string;
  /** What they get together; undefined where none were chosen or the fields say it already. */
  readonly labelOf: ((call: MeasuredCall) => Verdict) | undefined;
}

/**
 * The calls that fit all fields. A search lists them with the best first; else they stand in sections.
 * A result without a preset or role is about all roles but realm-admin: "denied" is then what only that
 * one allows.
 *
 * @param values what the fields say, by their names
 */
export function selectionOf(version: Version, values: URLSearchParams): Selection {
  const { matrix, presets } = version;
  const preset = presets.find(({ id }) => id === values.get("preset"));
  const chosen = values.getAll("role");
  const held = [...chosen, ...measuredRoleNames(preset?.roles ?? [], matrix)];
  const roles = held.length > 0 ? held : matrix.roles.filter((role) => role !== fullAdministrator);
  const verdict = (call: MeasuredCall) => verdictOf(call, roles, matrix);
  const isAsked = (field: string, value: string) => (values.get(field) ?? value) === value;
  const fits = (call: MeasuredCall) =>
    isAsked("family", familyOf(call.path)) && isAsked("result", verdict(call));
  const found = callsForText(values.get("search") ?? "", version.index);
  const sections = (found === undefined ? sectionsOf(version) : [{ title: "", calls: found.calls }])
    .map(({ title, calls }) => ({ title, calls: calls.filter(fits) }))
    .filter(({ calls }) => calls.length > 0);
  return {
    sections,
    count: sections.flatMap(({ calls }) => calls).length,
    notes: found?.notes ?? [],
    preset,
    holder: [...(preset === undefined ? [] : [preset.name]), ...chosen].join(" + "),
    labelOf: held.length > 0 && !values.has("result") ? verdict : undefined,
  };
}
