import { expect, test } from "vitest";
import { checkGuards } from "../../../../lab/mutation/check-guards.ts";
import type { Guard } from "../../../../lab/mutation/guards.ts";
import type { LoggedTest } from "../../../../tools/test/test-log.ts";

const whole = "if (isSafe) send();";
const guard: Guard = {
  name: "Nothing unsafe is sent",
  file: "a.ts",
  text: "if (isSafe)",
  broken: "",
  tests: ["a.test.ts"],
};
const green: readonly LoggedTest[] = [{ titles: ["sends what is safe"], outcome: "passed" }];
const red: readonly LoggedTest[] = [{ titles: ["sends nothing unsafe"], outcome: "failed" }];
const broken: readonly LoggedTest[] = [
  { titles: ["a.test.ts"], outcome: "error", message: "Unexpected token" },
];

/** Checks guards on one file, whose tests come out as told; returns what was printed and is left. */
async function check(guards: readonly Guard[], resultOf: (text: string) => readonly LoggedTest[]) {
  let text = whole;
  const lines: string[] = [];
  const copy = {
    folder: "copy",
    read: async () => text,
    write: async (_: string, written: string) => {
      text = written;
    },
  };
  const outcome = await checkGuards(
    guards,
    copy,
    async () => resultOf(text),
    (line) => lines.push(line),
  );
  return { outcome, lines, left: text };
}

test("a broken guard is caught by the test that goes red", async () => {
  const { outcome, lines, left } = await check([guard], (text) => (text === whole ? green : red));
  expect(outcome).toEqual({ passed: 1, failed: 0 });
  expect(lines).toEqual(["✓ Nothing unsafe is sent: caught by “sends nothing unsafe”"]);
  expect(left).toBe(whole);
});

test("a broken guard that no test notices has survived", async () => {
  const { outcome, lines, left } = await check([guard, guard], () => green);
  expect(outcome).toEqual({ passed: 0, failed: 2 });
  expect(lines[0]).toContain("✗ Nothing unsafe is sent: survived");
  expect(left).toBe(whole);
});

test("a guard whose text is missing or occurs twice is reported and never passes", async () => {
  const gone = { ...guard, text: "if (wasSafe)" };
  const twice = { ...guard, text: "s" };
  const { outcome, lines } = await check([gone, twice], () => green);
  expect(outcome).toEqual({ passed: 0, failed: 2 });
  expect(lines[0]).toContain('a.ts no longer holds the text "if (wasSafe)"');
  expect(lines[1]).toContain("a.ts holds more than once");
});

test.each([
  ["a file that does not run", broken, "does not run: Unexpected token"],
  ["no test", [], "no test ran"],
])("%s is not taken for a test that went red", async (_, result, line) => {
  const { outcome, lines } = await check([guard], (text) => (text === whole ? green : result));
  expect(outcome).toEqual({ passed: 0, failed: 1 });
  expect(lines[0]).toContain(line);
});

test("tests that are red before anything is broken can notice nothing", async () => {
  await expect(check([guard], () => red)).rejects.toThrow("sends nothing unsafe");
  await expect(check([guard], () => broken)).rejects.toThrow("Unexpected token");
  await expect(check([guard], () => [])).rejects.toThrow("0 tests pass");
});
