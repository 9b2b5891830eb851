import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { logTest, readTestLog, testLogVariable } from "../../../../tools/test/test-log.ts";

const file = join(mkdtempSync(join(tmpdir(), "test-log-")), "log.jsonl");

afterEach(() => vi.unstubAllEnvs());

it("has every test that had ended when the runner was killed, in the middle of a line too", async () => {
  vi.stubEnv(testLogVariable, file);
  logTest({ titles: ["a deployment", "a story"], outcome: "passed" });
  logTest({ titles: ["a deployment", "another story"], outcome: "failed" });
  appendFileSync(file, '{"titles":["a dep');
  expect((await readTestLog(file)).map(({ outcome }) => outcome)).toEqual(["passed", "failed"]);
});

it("has no test if the runner never started", async () => {
  expect(await readTestLog(`${file}.none`)).toEqual([]);
});
