import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../../tools/test/outcome.ts";

/** What a suite ran on. */
export interface Machine {
  readonly cores: number;
  readonly memoryInGigabytes: number;
  readonly node: string;
}

/** What came of a suite on a state of the code; it came to its end. */
export interface SuiteResult {
  readonly suite: string;
  readonly command: string;
  readonly state: string;
  /** When, as `2026-12-01T09:30:00.000Z`. */
  readonly began: string;
  readonly ended: string;
  readonly exitCode: number;
  readonly counts?: Outcome;
  readonly hasPassed: boolean;
  readonly machine: Machine;
}

/** The machine that this runs on. */
export const thisMachine = (): Machine => ({
  cores: availableParallelism(),
  memoryInGigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** The results of a state by the ids of their suites, from the folder of that state; none where there is no folder. */
export async function loadResults(folder: string): Promise<ReadonlyMap<string, SuiteResult>> {
  const files = existsSync(folder) ? await readdir(folder) : [];
  const names = files.filter((name) => name.endsWith(".json"));
  const results: readonly SuiteResult[] = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))),
  );
  return new Map(results.map((result) => [result.suite, result]));
}

/** Stores a result in place of an earlier one of its suite; stopped meanwhile, that one is still whole. */
export async function saveResult(folder: string, result: SuiteResult): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${result.suite}.json`);
  await writeFile(`${file}.new`, `${JSON.stringify(result, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
