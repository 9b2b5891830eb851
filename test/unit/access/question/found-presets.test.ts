import { expect, test } from "vitest";
import { noRoles } from "../../../../src/access/model/held-admin-roles.ts";
import { answerQuestion } from "../../../../src/access/question/answer-question.ts";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { findPresets } from "../../../../src/access/question/found-presets.ts";
import { loadMinor } from "../../../../src/catalog/measured/load-measurement.ts";
import { type PresetId, presets } from "../../../../src/catalog/presets/presets.ts";
import { englishCallNames } from "./english-call-names.ts";

const matrix = await loadMinor("26.7");
if (matrix === undefined) throw new Error("26.7 was not measured.");
const index = createCallIndex(matrix, (key) => englishCallNames.get(key));
const among = presets.filter(({ onlyIn }) => onlyIn === undefined);

function find(text: string, ...fitting: readonly (readonly [id: PresetId, rank: number])[]) {
  const answer = answerQuestion(text, { matrix: known, index, presets: among, held: noRoles });
  const question = {
    ...{ answer, among, matrix: known },
    fitting: fitting.flatMap(([id, rank]) => {
      const preset = among.find((it) => it.id === id);
      return preset === undefined ? [] : [{ preset, rank }];
    }),
  };
  const found = findPresets(question);
  const { best, others = [] } = found?.recommendation ?? {};
  return {
    isForCalls: found?.isForCalls,
    best: best?.presets.map(({ id }) => id),
    others: others.flatMap((it) => it.presets.map(({ id }) => id)),
  };
}
const known = matrix;

test("calls that are named go before presets that the text describes as well", () => {
  expect(find("POST /users", ["user-lookup", 0])).toMatchObject({
    ...{ isForCalls: true, best: ["user-management"] },
  });
});

test("of presets that a text describes the one that is called so comes first, then the least dangerous", () => {
  const found = find(
    "user management",
    ["user-management", 0],
    ["user-lookup", 2],
    ["access-review", 2],
  );
  expect(found).toEqual({
    ...{ isForCalls: false, best: ["user-management"] },
    others: ["user-lookup", "access-review"],
  });
  expect(find("view-users", ["user-management", 2], ["user-lookup", 2]).best).toEqual([
    "user-lookup",
  ]);
});

test("words that describe no preset get the one for the call that they find best", () => {
  expect(find("reset password")).toMatchObject({ isForCalls: true, best: ["user-management"] });
});

test("a call without a preset is answered without one, and a text about nothing not at all", () => {
  expect(find("GET /userz")).toEqual({ isForCalls: true, best: undefined, others: [] });
  expect(find("xyzzy")).toEqual({ isForCalls: undefined, best: undefined, others: [] });
});
