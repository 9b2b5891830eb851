import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { answerQuestion } from "../../../src/access/answer-question.ts";
import { createCallIndex } from "../../../src/access/call-index.ts";
import { readMeasurement } from "../../../src/catalog/measured-matrix.ts";
import { presets } from "../../../src/catalog/presets.ts";

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

const ask = (text: string) => answerQuestion(text, source);

test("a call is answered with its smallest role, its smallest preset, and what comes of it now", () => {
  const [answered] = ask("POST /users")?.calls ?? [];
  expect(answered?.verdict).toBe("denied");
  expect(answered?.roleSets).toEqual([["manage-users"]]);
  expect(answered?.presetSets.map((set) => set.map(({ id }) => id))).toEqual([["user-management"]]);
  expect(ask("GET /users")?.calls[0]?.verdict).toBe("allowed");
});

test("of a path without a method reading is answered, and the other methods are offered", () => {
  const [answered] = ask("https://sso.example.org/admin/realms/acme/users")?.calls ?? [];
  expect(answered?.call.method).toBe("GET");
  expect(answered?.alternatives.map(({ method }) => method)).toEqual(["POST"]);
});

test("words find calls by their names, the rest is counted", () => {
  const answer = ask("role");
  expect(answer?.isNamed).toBe(false);
  expect(answer?.calls).toHaveLength(5);
  expect(answer?.more).toBeGreaterThan(10);
});

test("several calls are answered together", () => {
  const answer = ask("GET /admin/realms/a/events GET /admin/realms/a/users/b");
  expect(answer?.together?.roleSets[0]).toEqual(["view-events", "view-users"]);
});

test("a text about no call has no answer", () => {
  expect(ask("xyzzy")).toBeUndefined();
  expect(ask("")).toBeUndefined();
});

test("a minor's measurement weighs no more than 30 kB gzipped", () => {
  for (const minor of ["26.0", "26.2", "26.4", "26.5", "26.6", "26.7"]) {
    const text = readFileSync(`src/catalog/measured/${minor}.json`);
    expect(gzipSync(text).length).toBeLessThan(30_000);
  }
});
