import { noRoles } from "../../access/model/held-admin-roles.ts";
import type { AccountReach } from "../../access/model/reach-of-held.ts";
import { reachByFamily } from "../../access/presets/preset-reach.ts";
import {
  type AnsweredCall,
  answerQuestion,
  callsToRecommendFor,
} from "../../access/question/answer-question.ts";
import { createCallIndex } from "../../access/question/call-index.ts";
import { recommendPresets } from "../../access/question/recommend-presets.ts";
import type { Requirement } from "../../access/question/requirement.ts";
import { conditionOf } from "../../catalog/calls/call-conditions.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { exitCodes } from "../exit-codes.ts";
import { callName, callNameByKey } from "../measured/call-name.ts";
import { longTexts } from "../question/reading-limits.ts";
import { type CommandResult, jsonResult, linesResult } from "./command-result.ts";
import { describeReach } from "./describe-reach.ts";
import { describeRecommendation, writeRecommendation } from "./which-recommendation.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** What is asked, and the server and presets that it is asked about. */
export interface Question {
  readonly text: string;
  readonly matrix: MeasuredMatrix;
  readonly presets: readonly Preset[];
}

/** What is known of the calls in a question. */
export type Answer = ReturnType<typeof answer>;

/** Answers a question from what was measured. */
export function answer({ text, matrix, presets }: Question) {
  const index = createCallIndex(matrix, callNameByKey);
  const found = answerQuestion(text, { matrix, index, presets, held: noRoles }, longTexts);
  const { calls = [], notMeasured = [], unknown = [], parts = [], foreign = [] } = found ?? {};
  const answered = [...calls, ...parts.flatMap((part) => part.calls)];
  return {
    ...{ calls, notMeasured, unknown, parts, foreign, together: found?.together },
    recommendation: recommendPresets(callsToRecommendFor(found), { matrix, presets }),
    isUnderstood: found !== undefined,
    isNamed: found?.isNamed ?? false,
    passed:
      answered.length > 0 &&
      answered.every(({ roleSets }) => roleSets.length > 0) &&
      unknown.length + notMeasured.length === 0,
  };
}

const write = ({ method, path }: CallTemplate) => `${method} ${path}`;

/** What was typed, without what may be secret in it. */
const writeTyped = ({ method = "", path }: { readonly method?: string; readonly path: string }) =>
  withoutSecrets(`${method} ${path}`.trim());

/** An address without its query, in which secrets may stand. */
const writeAddress = (address: string) => withoutSecrets(address.split(/[?#]/, 1)[0] ?? "");

const longestEcho = 100;

function writeText(text: string): string {
  const shown = withoutSecrets(text);
  return shown.length > longestEcho ? `${shown.slice(0, longestEcho)}…` : shown;
}

/** What was found of sets of presets: many calls are answered with the same ones. */
const reaches = new WeakMap<MeasuredMatrix, Map<string, AccountReach>>();

function reachOfSet(presets: readonly Preset[], matrix: MeasuredMatrix): AccountReach {
  const known = reaches.get(matrix) ?? new Map<string, AccountReach>();
  reaches.set(matrix, known);
  const key = presets.map(({ id }) => id).join();
  const roles = presets.flatMap((preset) => preset.roles);
  const reach = known.get(key) ?? reachByFamily(roles, matrix);
  known.set(key, reach);
  return reach;
}

const describe = ({ presetSets, roleSets, isPartial }: Requirement, matrix: MeasuredMatrix) => ({
  presets: presetSets.map((set) => set.map(({ id }) => id)),
  // In the same order: what each of these sets reaches.
  reach: presetSets.map((set) => Object.fromEntries(reachOfSet(set, matrix))),
  roles: roleSets,
  ...(isPartial ? { partialResults: true } : {}),
});

const describeCall = (answered: AnsweredCall, matrix: MeasuredMatrix) => {
  const { call, alternatives } = answered;
  const condition = conditionOf(call);
  return {
    ...{ method: call.method, path: call.path, name: callName(call) },
    ...describe(answered, matrix),
    ...(condition === undefined ? {} : { condition }),
    ...(alternatives.length === 0 ? {} : { otherMethods: alternatives.map((it) => it.method) }),
  };
};

/** An answer as JSON, for programs. */
export function answerAsJson(
  { matrix }: Question,
  { calls, notMeasured, unknown, parts, foreign, together, recommendation, ...rest }: Answer,
): CommandResult {
  const { isNamed, passed } = rest;
  return jsonResult(
    {
      measuredOn: matrix.version,
      foundBy: isNamed ? "name" : "words",
      recommended: recommendation === undefined ? null : describeRecommendation(recommendation),
      calls: calls.map((call) => describeCall(call, matrix)),
      together: together === undefined ? null : describe(together, matrix),
      parts: parts.map(({ typed, calls: of }) => ({
        path: writeTyped(typed),
        calls: of.map((call) => describeCall(call, matrix)),
      })),
      notMeasured: notMeasured.map(({ method, path, reason }) => ({
        ...{ method, path, name: callName({ method, path }), reason },
      })),
      unknown: unknown.map(({ typed }) => writeTyped(typed)),
      noAdminRole: foreign.map(({ address }) => writeAddress(address)),
    },
    passed ? exitCodes.passed : exitCodes.notPassed,
  );
}

/** Sets of which one is enough. */
function writeSets(sets: readonly (readonly string[])[]): string {
  return sets.length === 0 ? "none" : sets.map((set) => set.join(" + ")).join("  or  ");
}

function writeRequirement(requirement: Requirement, matrix: MeasuredMatrix): readonly string[] {
  const { presets, roles } = describe(requirement, matrix);
  const [recommended] = requirement.presetSets;
  const named = roles.map((set) =>
    set.map((name) =>
      matrix.masterRoles.includes(name) ? `${name} (realm role of master)` : name,
    ),
  );
  const note = "  partial results: a full administrator of the server gets more";
  return [
    `  presets  ${writeSets(presets)}`,
    `  roles    ${writeSets(named)}`,
    ...(recommended === undefined
      ? []
      : [
          `  reach    ${writeSets([recommended.map(({ id }) => id)])}: ${describeReach(reachOfSet(recommended, matrix))}`,
        ]),
    ...(requirement.isPartial ? [note] : []),
  ];
}

/** What a call asks for beyond that, depending on what it is made on. */
function writeCondition(call: CallTemplate): readonly string[] {
  const condition = conditionOf(call);
  return condition === undefined ? [] : [`  depends  ${condition}`];
}

/** A call that was asked for or found, what it needs, and the other methods of a path that was given alone. */
function writeCall(answered: AnsweredCall, matrix: MeasuredMatrix): readonly string[] {
  const { call, alternatives } = answered;
  const others = alternatives.map(({ method }) => method).join(", ");
  return [
    `${write(call)}  ${callName(call)}`,
    ...writeRequirement(answered, matrix),
    ...writeCondition(call),
    ...(others === "" ? [] : [`  no method was given: this path also has ${others}`]),
  ];
}

/** An answer in lines, for people. */
export function answerAsLines({ text, matrix }: Question, answered: Answer): CommandResult {
  const { calls, notMeasured, unknown, parts, foreign, together, ...rest } = answered;
  const { recommendation } = rest;
  const isFound = !rest.isNamed && calls.length + notMeasured.length > 0;
  return linesResult(
    [
      ...(recommendation === undefined
        ? []
        : writeRecommendation(recommendation, isFound ? calls[0]?.call : undefined)),
      ...(isFound ? ["No call is named. These calls have the words, the best first:"] : []),
      ...calls.flatMap((it) => writeCall(it, matrix)),
      ...(together === undefined || calls.length < 2
        ? []
        : ["All of them", ...writeRequirement(together, matrix)]),
      ...parts.flatMap(({ typed, calls: of }) => [
        `${writeTyped(typed)} is only part of a path. These calls have it, the best first:`,
        ...of.flatMap((it) => writeCall(it, matrix)),
      ]),
      ...notMeasured.flatMap((it) => [
        `${write(it)}  ${callName(it)}`,
        `  not measured on Keycloak ${matrix.version}: ${it.reason}`,
      ]),
      ...unknown.map(({ typed, nearest }) =>
        `No exact match for ${writeTyped(typed)} on Keycloak ${matrix.version}. Matching calls: ${nearest.map(write).join(", ") || "none"}`.trim(),
      ),
      ...foreign.map(({ address }) => `${writeAddress(address)} needs no admin role.`),
      ...(rest.isUnderstood ? [] : [`Nothing in "${writeText(text)}" names a call.`]),
    ],
    rest.passed ? exitCodes.passed : exitCodes.notPassed,
  );
}
