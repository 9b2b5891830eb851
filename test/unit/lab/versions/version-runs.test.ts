import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  recordVersion,
  versionsTable,
  withRetried,
} from "../../../../lab/versions/version-runs.ts";

const folder = mkdtempSync(join(tmpdir(), "presets-versions-"));
const data = join(folder, "versions.json");
const readme = join(folder, "README.md");
const marks = ["Begin", "End"].map(
  (word) => `<!-- ${word} of what \`npm run test:versions\` writes. -->`,
);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a run replaces an earlier one of its version, and the newest version comes first", async () => {
  writeFileSync(data, "[]");
  writeFileSync(readme, `before\n${marks.join("\nold\n")}\nafter\n`);
  const day = "2026-11-25";
  await recordVersion(data, readme, { version: "26.0.8", passed: 3, failed: 1, day });
  await recordVersion(data, readme, { version: "26.7.3", passed: 5, failed: 0, day });
  await recordVersion(data, readme, { version: "26.0.8", passed: 4, failed: 0, day });
  const text = readFileSync(readme, "utf8");
  expect(text.split("\n").filter((line) => line.startsWith("| 26"))).toEqual([
    "| 26.7.3 | all 5 passed | 2026-11-25 |",
    "| 26.0.8 | all 4 passed | 2026-11-25 |",
  ]);
  expect(text).toMatch(/^before\n.*after\n$/s);
  expect(text).not.toContain("old");
});

test("a README without a place for the table is not touched", async () => {
  writeFileSync(data, "[]");
  writeFileSync(readme, "no place");
  const run = { version: "26.7.3", passed: 1, failed: 0, day: "2026-11-25" };
  await expect(recordVersion(data, readme, run)).rejects.toThrow("lacks the lines");
  expect(readFileSync(readme, "utf8")).toBe("no place");
});

test("what failed and passes on retry is counted, and said so", () => {
  const whole = { version: "26.0.8", passed: 5, failed: 2, day: "2026-11-25" };
  const once = withRetried(whole, { passed: 1, failed: 1 });
  expect(versionsTable([once])).toContain("| 6 passed, 1 failed, 1 of them on retry |");
  expect(versionsTable([withRetried(once, { passed: 1, failed: 0 })])).toContain(
    "| all 7 passed, 2 of them on retry |",
  );
});

test("other tests than those that had failed are not counted", () => {
  const whole = { version: "26.0.8", passed: 5, failed: 2, day: "2026-11-25" };
  expect(() => withRetried(whole, { passed: 1, failed: 0 })).toThrow("2 tests failed, now 1");
});
