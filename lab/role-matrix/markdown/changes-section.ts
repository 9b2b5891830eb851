import { type CallTemplate, callKey } from "../../../src/catalog/calls/call-template.ts";
import type { Verdict } from "../../../src/catalog/measured/measured-matrix.ts";
import { codeCell, escapeCell, markdownTable } from "../../markdown/table.ts";
import { allowedInWords, setsInWords } from "../answer-in-words.ts";
import { byFamily } from "../by-family.ts";
import type { CallNames } from "../call-names.ts";
import { type AnswerChange, type CallChange, compareMinors } from "../compare-minors.ts";
import type { Measurement } from "../read-measurements.ts";

/** What changed from each minor to the next, the newest first. */
export function changesSection(
  measurements: readonly Measurement[],
  names: CallNames,
): readonly string[] {
  const pairs = measurements
    .slice(1)
    .map((newer, index) => ({ older: measurements[index], newer }));
  return [
    "## What changed between minors",
    "",
    "Calls are compared by method and path, ignoring the names of parameters. *with less before* and *with less now*",
    "mean that the role got, or now gets, a partial answer. If an answer isn't known in one of the two versions,",
    "the call isn't listed.",
    "",
    ...pairs
      .reverse()
      .flatMap(({ older, newer }) =>
        older === undefined ? [] : changesBetween(older, newer, names),
      ),
  ];
}

function changesBetween(
  older: Measurement,
  newer: Measurement,
  names: CallNames,
): readonly string[] {
  const changes = compareMinors(older, newer);
  const parts = [
    ...rolesPart("Added roles", changes.rolesCame),
    ...rolesPart("Removed roles", changes.rolesWent),
    ...callsPart("Added calls", changes.callsCame, newer, names),
    ...callsPart("Removed calls", changes.callsWent, older, names),
    ...changedPart(changes.callsChanged, newer, names),
  ];
  return [
    `### ${older.minor} → ${newer.minor}`,
    "",
    `From ${older.matrix.version} to ${newer.matrix.version}.`,
    "",
    ...(parts.length > 0 ? parts : ["Nothing changed.", ""]),
  ];
}

function rolesPart(title: string, roles: readonly string[]): readonly string[] {
  return roles.length > 0 ? [`**${title}:** ${roles.map(codeCell).join(", ")}`, ""] : [];
}

function callsPart(
  title: string,
  calls: readonly CallTemplate[],
  { matrix }: Measurement,
  names: CallNames,
): readonly string[] {
  if (calls.length === 0) return [];
  const measured = new Map(matrix.calls.map((it) => [callKey(it), it]));
  const allowedBy = (call: CallTemplate) => {
    const found = measured.get(callKey(call));
    return found === undefined ? "not made" : allowedInWords(found, matrix, codeCell);
  };
  return [
    `**${title} (${calls.length})**`,
    "",
    markdownTable(
      ["Call", "Method and path", "Allowed by"],
      inOrder(calls).map((call) => [...callCells(call, names), allowedBy(call)]),
    ),
    "",
  ];
}

function changedPart(
  changed: readonly CallChange[],
  { matrix }: Measurement,
  names: CallNames,
): readonly string[] {
  if (changed.length === 0) return [];
  const changeOf = new Map(changed.map((it) => [it.call, it]));
  return [
    `**Calls whose roles changed (${changed.length})**`,
    "",
    markdownTable(
      ["Call", "Method and path", "Gained", "Lost", "Allowed by now"],
      inOrder(changed.map(({ call }) => call)).map((call) => [
        ...callCells(call, names),
        changesCell(changeOf.get(call)?.gained ?? []),
        changesCell(changeOf.get(call)?.lost ?? []),
        allowedInWords(call, matrix, codeCell),
      ]),
    ),
    "",
  ];
}

const inOrder = <Call extends CallTemplate>(calls: readonly Call[]) =>
  byFamily(calls).flatMap((it) => it.calls);

const callCells = (call: CallTemplate, names: CallNames) => [
  escapeCell(names.ofCall(call)),
  codeCell(`${call.method} ${call.path}`),
];

/** Combines changes of the same kind. */
function changesCell(changes: readonly AnswerChange[]): string {
  const kinds = new Map<string, AnswerChange["roles"][]>();
  for (const { roles, before, now } of changes) {
    const kind = `${withLess(before, "before")}${withLess(now, "now")}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), roles]);
  }
  return [...kinds]
    .flatMap(([kind, sets]) => setsInWords(sets, codeCell).map((words) => `${words}${kind}`))
    .join(", ");
}

const withLess = (answer: Verdict, when: string) =>
  answer === "filtered" ? ` (with less ${when})` : "";
