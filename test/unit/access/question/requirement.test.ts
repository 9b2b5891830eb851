import { expect, test } from "vitest";
import { requirementOf } from "../../../../src/access/question/requirement.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { callsOf, type SampleCall, sampleMatrix } from "../sample-matrix.ts";

const calls: readonly SampleCall[] = [
  ["GET /users", { allowed: ["view-users"], filtered: ["query-users"] }],
  ["GET /broken", { unknown: ["realm-admin"] }],
];

test("a call needs its smallest roles, and the presets that give them", () => {
  const matrix = sampleMatrix();
  const asked = callsOf(matrix, "GET /users");
  const found = requirementOf(asked, { matrix, presets });
  expect(found).toMatchObject({ isPartial: false, asked });
  expect(found.roleSets[0]).toEqual(["view-users"]);
  expect(found.presetSets[0]?.map(({ id }) => id)).toEqual(["user-lookup"]);
});

test("where no role gets all of an answer, roles that get a part of it are enough", () => {
  const matrix = sampleMatrix(calls);
  const [call] = callsOf(matrix, "GET /users");
  if (call === undefined) throw new Error("The call is gone.");
  const verdicts = new Map([...call.verdicts].map(([role]) => [role, "filtered" as const]));
  const found = requirementOf([{ ...call, verdicts }], { matrix, presets });
  expect(found.isPartial).toBe(true);
  expect(found.presetSets.length).toBeLessThanOrEqual(3);
});

test("a call that nothing allows needs nothing that helps", () => {
  const matrix = sampleMatrix();
  const found = requirementOf(callsOf(matrix, "GET /broken"), { matrix, presets });
  expect(found).toMatchObject({ roleSets: [], presetSets: [], isPartial: false });
});
