import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answerQuestion } from "../../src/access/question/answer-question.ts";
import { createCallIndex } from "../../src/access/question/call-index.ts";
import { readMeasurement } from "../../src/catalog/measured/measured-matrix.ts";
import { presets } from "../../src/catalog/presets/presets.ts";
import { readTexts } from "../../tools/build/read-texts.ts";
import { root } from "../../tools/test/root.ts";
import { codeCell, markdownTable } from "../markdown/table.ts";

/** A frame of a screen that shows sixty a second, in milliseconds. */
const budget = 16;
const rounds = 41;

/** What is typed or pasted into the search field, each by what it is called. */
const questions: readonly (readonly [name: string, text: string])[] = [
  ...["reset password", "POST /users", "role", "PUT /rolez"].map(
    (text) => [codeCell(text), text] as const,
  ),
  ["a curl line", "curl $K/admin/realms/$R/users/$ID"],
  ["10 kB of words", "user ".repeat(2_000)],
  ["a path of 10 kB", `GET /${"kind/".repeat(2_000)}x`],
  ["10 kB of quotes", "curl \"'".repeat(1_250)],
];

/** How long the search field takes to answer a text. */
export interface SearchRun {
  readonly name: string;
  /** The middle one of several times, in milliseconds. */
  readonly time: number;
}

/** Asks each question of the calls of the newest Keycloak. */
export async function measureSearch(minor: string): Promise<readonly SearchRun[]> {
  const file = join(root, "src", "catalog", "measured", `${minor}.json`);
  const matrix = readMeasurement(JSON.parse(await readFile(file, "utf8")));
  const texts = await readTexts(join(root, "messages", "calls_en.properties"), "");
  const names = new Map(Object.entries<string>(JSON.parse(texts)));
  const source = {
    ...{ matrix, index: createCallIndex(matrix, (key) => names.get(key)) },
    presets: presets.filter(({ onlyIn }) => onlyIn === undefined),
    held: {
      names: new Set(["view-users"]),
      reduced: new Set<string>(),
      possible: new Set<string>(),
    },
  };
  return questions.map(([name, text]) => {
    const times = Array.from({ length: rounds }, () => {
      const begin = performance.now();
      answerQuestion(text, source);
      return performance.now() - begin;
    });
    return { name, time: times.sort((a, b) => a - b)[(rounds - 1) / 2] ?? Number.NaN };
  });
}

/** The questions that take longer than a frame, a sentence each. */
export function brokenBySearch(runs: readonly SearchRun[]): readonly string[] {
  return runs
    .filter(({ time }) => !(time <= budget))
    .map(({ name, time }) => `Answering ${name} takes ${time.toFixed(1)} ms of ${budget} ms.`);
}

/** The part of `docs/benchmarks.md` about the search field. */
export function searchSection(runs: readonly SearchRun[]): string {
  const rows = runs.map(({ name, time }) => [name, `${time.toFixed(1)} ms`, `${budget} ms`]);
  return `## The search field

How long an answer takes in Node, without showing it: the middle one of ${rounds} times.

${markdownTable(["text", "time", "budget"], rows, 2)}
`;
}
