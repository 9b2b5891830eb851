import { noRoles } from "../../access/model/held-admin-roles.ts";
import { answerQuestion } from "../../access/question/answer-question.ts";
import { createCallIndex } from "../../access/question/call-index.ts";
import type { KnownCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { callNameByKey } from "../measured/call-name.ts";
import { longTexts } from "../question/reading-limits.ts";

/** The calls that logs tell of. */
export interface LoggedCalls {
  readonly calls: readonly KnownCall[];
  /** Paths of the Admin API that are no call of the version, as they were written. */
  readonly unknown: readonly string[];
  /** Whether the logs have more calls than were read. */
  readonly isCut: boolean;
}

/** Reads which calls of the Admin API stand in access logs and recordings; other addresses don't count. */
export function callsInLogs(text: string, matrix: MeasuredMatrix): LoggedCalls {
  const index = createCallIndex(matrix, callNameByKey);
  const answer = answerQuestion(text, { matrix, index, presets: [], held: noRoles }, longTexts);
  // Words that calls could be found by name none.
  if (!answer?.isNamed) return { calls: [], unknown: [], isCut: false };
  const { calls, notMeasured, unknown, parts, more } = answer;
  return {
    calls: [...calls.map(({ call }) => call), ...notMeasured],
    unknown: [...unknown, ...parts].map(({ typed: { method = "", path } }) =>
      `${method} ${path}`.trim(),
    ),
    isCut: more > 0,
  };
}
