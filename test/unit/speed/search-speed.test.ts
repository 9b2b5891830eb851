/**
 * How long the search field takes. Apart from the tests of what it answers: code that is instrumented
 * for `npm run test:mutation` is slower, and a mutant must not be told by the clock.
 */
import { readFileSync } from "node:fs";
import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { answerQuestion } from "../../../src/access/question/answer-question.ts";
import { createCallIndex } from "../../../src/access/question/call-index.ts";
import { findCalls } from "../../../src/access/question/find-calls.ts";
import { parseCalls } from "../../../src/access/question/parse-calls.ts";
import { rolesForCalls } from "../../../src/access/question/roles-for-calls.ts";
import { searchCalls } from "../../../src/access/question/search-calls.ts";
import { readMeasurement } from "../../../src/catalog/measured/measured-matrix.ts";
import { presets } from "../../../src/catalog/presets/presets.ts";
import { hostileTexts } from "../access/hostile-texts.ts";
import { type SampleCall, sampleMatrix, sampleRoles } from "../access/sample-matrix.ts";

/** A frame of a screen that shows sixty a second, in milliseconds. */
const frame = 16;

function medianOf(run: () => void): number {
  const times = Array.from({ length: 41 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[20] ?? 0;
}

const matrix = readMeasurement(JSON.parse(readFileSync("src/catalog/measured/26.7.json", "utf8")));
const names = new Map(
  Object.entries(parse(readFileSync("messages/calls_en.properties", "utf8"))).map(([key, name]) => [
    key,
    String(name),
  ]),
);
const source = {
  matrix,
  index: createCallIndex(matrix, (key) => names.get(key)),
  presets: presets.filter(({ onlyIn }) => onlyIn === undefined),
  held: new Set(["view-users"]),
};

test.each([
  "reset password",
  "POST /users",
  "role",
  "PUT /rolez",
  "curl $K/admin/realms/$R/users/$ID",
])("%s is answered in less than a frame", (text) => {
  expect(medianOf(() => answerQuestion(text, source))).toBeLessThan(frame);
});

/** As many calls as a real version has. */
const manyCalls = sampleMatrix(
  Array.from(
    { length: 540 },
    (_, number): SampleCall => [`GET /users/{id}/kind${number % 60}/{name}/part${number}`, {}],
  ),
);

const many = createCallIndex(manyCalls, (key) => `List what is called ${key}`);

test.each([
  ["words", () => searchCalls(["user", "kind", "list", "s"], many)],
  ["a call", () => findCalls({ path: "/users/1/kind7/x/part7" }, many)],
  ["the nearest calls", () => findCalls({ path: "/user/1/kind7/x/pert7" }, many)],
  ["a hostile path", () => findCalls({ path: `/${"kind/".repeat(11)}x` }, many)],
  ["10 kB of words", () => searchCalls(["user ".repeat(2000)], many)],
])("searching 540 calls for %s takes less than a frame", (_, run) => {
  expect(medianOf(run)).toBeLessThan(frame);
});

test.each(hostileTexts(10_000))("10 kB of %s are read at once", (_, text) => {
  const start = performance.now();
  parseCalls(text);
  expect(performance.now() - start).toBeLessThan(500);
});

test("fifty calls with nothing in common are answered at once", () => {
  const belowRealmAdmin = sampleRoles.filter((role) => role !== "realm-admin");
  const calls = Array.from({ length: 50 }, (_, index): SampleCall => {
    const allowed = [0, 3, 5].map((step) => belowRealmAdmin[(index * 7 + step) % 10] ?? "");
    return [`GET /${index}`, { allowed }];
  });
  const hard = sampleMatrix(calls);
  const start = performance.now();
  expect(rolesForCalls(hard.calls, hard).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(1000);
});
