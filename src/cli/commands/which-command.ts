import { answerQuestion, type Requirement } from "../../access/question/answer-question.ts";
import { createCallIndex } from "../../access/question/call-index.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { callName, callNameByKey } from "../measured/load-matrix.ts";
import { type Answer, jsonAnswer, linesAnswer } from "../output/command-result.ts";

/**
 * Which presets and roles a call needs, or the calls in a text: a path, an address, a curl line, code,
 * or words such as "reset password".
 */
export function whichPresets(
  question: string,
  matrix: MeasuredMatrix,
  presets: readonly Preset[],
  isJson: boolean,
): Answer {
  const index = createCallIndex(matrix, callNameByKey);
  const answer = answerQuestion(question, { matrix, index, presets, held: new Set() });
  const { calls = [], unknown = [], foreign = [], together } = answer ?? {};
  const holds = calls.length > 0 && unknown.length === 0;
  const describe = ({ presetSets, roleSets }: Requirement) => ({
    presets: presetSets.map((set) => set.map(({ id }) => id)),
    roles: roleSets,
  });
  const write = (requirement: Requirement) => {
    const { presets: ids, roles } = describe(requirement);
    return [`  presets  ${writeSets(ids)}`, `  roles    ${writeSets(roles)}`];
  };
  if (isJson) {
    return jsonAnswer(
      {
        measuredOn: matrix.version,
        calls: calls.map((it) => ({
          method: it.call.method,
          path: it.call.path,
          name: callName(it.call),
          ...describe(it),
        })),
        together: together === undefined ? null : describe(together),
        unknown: unknown.map(({ typed }) => [typed.method, typed.path].join(" ").trim()),
        noAdminRole: foreign.map(({ address }) => address),
      },
      holds,
    );
  }
  return linesAnswer(
    [
      ...calls.flatMap((it) => [
        `${it.call.method} ${it.call.path}  ${callName(it.call)}`,
        ...write(it),
      ]),
      ...(together === undefined || calls.length < 2 ? [] : ["All of them", ...write(together)]),
      ...unknown.map(({ typed, nearest }) => {
        const others = nearest.map(({ method, path }) => `${method} ${path}`).join(", ");
        return `${typed.method ?? ""} ${typed.path} is no call of Keycloak ${matrix.version}. Near it: ${others}`.trim();
      }),
      ...foreign.map(({ address }) => `${address} needs no admin role.`),
      ...(answer === undefined ? [`Nothing in "${question}" names a call.`] : []),
    ],
    holds,
  );
}

/** Sets of which one is enough. */
function writeSets(sets: readonly (readonly string[])[]): string {
  return sets.length === 0 ? "none" : sets.map((set) => set.join(" + ")).join("  or  ");
}
