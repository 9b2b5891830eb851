import { noRoles } from "../../../../../src/access/model/held-admin-roles.ts";
import { answerQuestion } from "../../../../../src/access/question/answer-question.ts";
import { createCallIndex } from "../../../../../src/access/question/call-index.ts";
import { type CallTemplate, callKey } from "../../../../../src/catalog/calls/call-template.ts";
import { loadMinor } from "../../../../../src/catalog/measured/load-measurement.ts";
import { presetsForProvider } from "../../../../../src/catalog/presets/presets-for-provider.ts";
import { englishCallNames } from "../english-call-names.ts";

/** A pasted text, and what it asks for. */
export interface PastedShape {
  readonly name: string;
  readonly text: string;
  /** As "METHOD /path", in any order. */
  readonly calls: readonly string[];
  /** Whether the calls are only looked for, so that the best answer comes first, and is told as found. */
  readonly isFound?: true;
  /** Whether there is no such call, which is to be said. */
  readonly unknown?: true;
}

/** How an answer compares with what was asked: "silent" is wrong without a word about it. */
export type Score = "right" | "told" | "silent";

const matrix = await loadMinor("26.7");
if (matrix === undefined) throw new Error("26.7 was not measured.");
const source = {
  matrix,
  index: createCallIndex(matrix, (key) => englishCallNames.get(key)),
  presets: presetsForProvider("native"),
  held: noRoles,
};

const keyOf = (text: string) => {
  const [method = "", path = ""] = text.split(" ");
  return callKey({ method, path });
};

/** Answers a text as the search field does, and compares the answer with what was asked. */
export function scoreShape({ text, calls, isFound, unknown }: PastedShape): {
  readonly score: Score;
  readonly said: readonly string[];
} {
  const answer = answerQuestion(text, source);
  const keys = (all: readonly CallTemplate[]) => all.map(callKey);
  const found = keys([
    ...(answer?.calls.map(({ call }) => call) ?? []),
    ...(answer?.notMeasured ?? []),
  ]);
  const parts = answer?.parts.flatMap((part) => keys(part.calls.map(({ call }) => call))) ?? [];
  const said = [
    ...found,
    ...parts,
    ...(answer?.unknown.map(({ typed }) => `? ${typed.path}`) ?? []),
  ];
  const expected = calls.map(keyOf);
  const isNamed = answer?.isNamed === true && found.length > 0;
  if (isFound) {
    const best = parts[0] ?? (isNamed ? undefined : found[0]);
    if (best !== undefined && expected[0] === best) return { score: "right", said };
    return { score: isNamed && expected[0] !== found[0] ? "silent" : "told", said };
  }
  if (unknown && answer?.unknown.length === 1 && found.length === 0)
    return { score: "right", said };
  const isSame =
    isNamed &&
    [...found].sort().join() === [...expected].sort().join() &&
    answer.unknown.length === 0;
  if (isSame) return { score: "right", said };
  // A path without a method comes with the other calls of that path.
  const isTold =
    !isNamed ||
    answer.unknown.length > 0 ||
    answer.calls.every(
      ({ call, alternatives }) => expected.includes(callKey(call)) || alternatives.length > 0,
    );
  return { score: isTold ? "told" : "silent", said };
}
