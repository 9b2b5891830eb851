import type { Command } from "@commander-js/extra-typings";
import { noRoles } from "../../access/model/held-admin-roles.ts";
import { answerQuestion, type Requirement } from "../../access/question/answer-question.ts";
import { createCallIndex } from "../../access/question/call-index.ts";
import { conditionOf } from "../../catalog/calls/call-conditions.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import { jsonOption, keycloakOption, organizationsOption } from "../arguments/shared-options.ts";
import { exitCodes } from "../exit-codes.ts";
import { callName, callNameByKey } from "../measured/call-name.ts";
import { loadMatrix } from "../measured/load-matrix.ts";
import { type CommandResult, jsonResult, linesResult } from "../output/command-result.ts";
import type { CommandContext } from "./command-context.ts";

/** What is asked, and the server and presets that it is asked about. */
interface Question {
  readonly text: string;
  readonly matrix: MeasuredMatrix;
  readonly presets: readonly Preset[];
}

/** What is known of the calls in a question. */
type Answer = ReturnType<typeof answer>;

function answer({ text, matrix, presets }: Question) {
  const index = createCallIndex(matrix, callNameByKey);
  const found = answerQuestion(text, { matrix, index, presets, held: noRoles });
  const { calls = [], notMeasured = [], unknown = [], foreign = [], together } = found ?? {};
  return {
    ...{ calls, notMeasured, unknown, foreign, together },
    isUnderstood: found !== undefined,
    passed:
      calls.length > 0 &&
      calls.every(({ roleSets }) => roleSets.length > 0) &&
      unknown.length + notMeasured.length === 0,
  };
}

const describe = ({ presetSets, roleSets, isPartial }: Requirement) => ({
  presets: presetSets.map((set) => set.map(({ id }) => id)),
  roles: roleSets,
  ...(isPartial ? { partialResults: true } : {}),
});

function asJson(
  { matrix }: Question,
  { calls, notMeasured, unknown, foreign, together, passed }: Answer,
) {
  return jsonResult(
    {
      measuredOn: matrix.version,
      calls: calls.map((it) => ({
        method: it.call.method,
        path: it.call.path,
        name: callName(it.call),
        ...describe(it),
        ...(conditionOf(it.call) === undefined ? {} : { condition: conditionOf(it.call) }),
      })),
      together: together === undefined ? null : describe(together),
      notMeasured: notMeasured.map(({ method, path, reason }) => ({
        ...{ method, path, name: callName({ method, path }), reason },
      })),
      unknown: unknown.map(({ typed }) => [typed.method, typed.path].join(" ").trim()),
      noAdminRole: foreign.map(({ address }) => address),
    },
    passed ? exitCodes.passed : exitCodes.notPassed,
  );
}

/** Sets of which one is enough. */
function writeSets(sets: readonly (readonly string[])[]): string {
  return sets.length === 0 ? "none" : sets.map((set) => set.join(" + ")).join("  or  ");
}

function writeRequirement(requirement: Requirement, matrix: MeasuredMatrix): readonly string[] {
  const { presets, roles } = describe(requirement);
  const named = roles.map((set) =>
    set.map((name) =>
      matrix.masterRoles.includes(name) ? `${name} (realm role of master)` : name,
    ),
  );
  // POST /admin/realms is opened by a role of master alone, which is not known of every minor.
  const isOpen = roles.length === 0 && matrix.masterRoles.length === 0;
  const unknown = `  realm roles of master were not measured on Keycloak ${matrix.version}`;
  const note = "  partial results: a full administrator of the server gets more than these do";
  return [
    `  presets  ${writeSets(presets)}`,
    `  roles    ${writeSets(named)}`,
    ...(requirement.isPartial ? [note] : []),
    ...(isOpen ? [unknown] : []),
  ];
}

/** What a call asks for beyond that, depending on what it is made on. */
function writeCondition(call: CallTemplate): readonly string[] {
  const condition = conditionOf(call);
  return condition === undefined ? [] : [`  depends  ${condition}`];
}

function asLines(
  { text, matrix }: Question,
  { calls, notMeasured, unknown, foreign, together, isUnderstood, passed }: Answer,
): CommandResult {
  return linesResult(
    [
      ...calls.flatMap((it) => [
        `${it.call.method} ${it.call.path}  ${callName(it.call)}`,
        ...writeRequirement(it, matrix),
        ...writeCondition(it.call),
      ]),
      ...(together === undefined || calls.length < 2
        ? []
        : ["All of them", ...writeRequirement(together, matrix)]),
      ...notMeasured.flatMap((it) => [
        `${it.method} ${it.path}  ${callName(it)}`,
        `  not measured on Keycloak ${matrix.version}: ${it.reason}`,
      ]),
      ...unknown.map(({ typed, nearest }) => {
        const others = nearest.map(({ method, path }) => `${method} ${path}`).join(", ");
        return `${typed.method ?? ""} ${typed.path} is no call of Keycloak ${matrix.version}. Near it: ${others}`.trim();
      }),
      ...foreign.map(({ address }) => `${address} needs no admin role.`),
      ...(isUnderstood ? [] : [`Nothing in "${text}" names a call.`]),
    ],
    passed ? exitCodes.passed : exitCodes.notPassed,
  );
}

/**
 * Adds `presets which`, which prints the presets and roles that the calls in a text need: a path, an
 * address, a curl line, code, or words such as "reset password".
 */
export function addWhichCommand(program: Command, { finish }: CommandContext): void {
  program
    .command("which <question...>")
    .description('which presets and roles a call needs: "POST /users", a curl line, or words')
    .addOption(organizationsOption())
    .addOption(keycloakOption())
    .addOption(jsonOption())
    .action(async (words, { organizations, keycloak, json = false }) => {
      const question = {
        text: words.join(" "),
        matrix: await loadMatrix(keycloak, organizations),
        presets: presetsForProvider(organizations),
      };
      const answered = answer(question);
      finish(json ? asJson(question, answered) : asLines(question, answered));
    });
}
