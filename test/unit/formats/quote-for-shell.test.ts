import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteForShell } from "../../../src/formats/quote-for-shell.ts";
import { anyName } from "./any-handover.ts";

/** What a shell makes of words. */
function wordsIn(script: string): readonly string[] {
  const { stdout } = spawnSync("sh", ["-c", `printf '%s\\0' ${script}`], { encoding: "utf8" });
  return stdout.split("\0").slice(0, -1);
}

test("whatever a text contains, a shell reads it as one unchanged word", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyName, fc.constant("")), { minLength: 1, maxLength: 20 }),
      (texts) => {
        expect(wordsIn(texts.map(quoteForShell).join(" "))).toEqual(texts);
      },
    ),
    { numRuns: 10 },
  );
});

test("text without special meaning in a shell stays readable", () => {
  expect(quoteForShell("https://kc.example.org/a_b-c")).toBe("https://kc.example.org/a_b-c");
  expect(quoteForShell("it's")).toBe("'it'\\''s'");
});
