import { expect, it } from "vitest";
import { chooseSteps } from "../../../../tools/test/choose-steps.ts";
import { runSteps } from "../../../../tools/test/run-steps.ts";

const passing = { name: "Passing", run: async () => ({ passed: 2, failed: 0 }) };
const crashing = {
  name: "Crashing",
  run: async () => {
    throw new Error("out of memory");
  },
};

it("goes on after a step that crashed and counts it as one failure", async () => {
  const lines: string[] = [];
  const outcome = await runSteps([crashing, passing], (line) => lines.push(line));
  expect(outcome).toEqual({ passed: 2, failed: 1 });
  expect(lines.join("\n")).toContain("out of memory");
  expect(lines.join("\n")).toContain("✗ Crashing: 0 passed, 1 failed");
  expect(lines.join("\n")).toContain("✓ Passing: 2 passed, 0 failed");
});

it("ends with a line for each step, and with what a step has to say below its own", async () => {
  const lines: string[] = [];
  const telling = {
    name: "Telling",
    run: async () => ({ passed: 1, failed: 0, lines: ["  95 %"] }),
  };
  await runSteps([telling, passing], (line) => lines.push(line));
  const end = lines.at(-1)?.replaceAll(/\d+\.\d s/g, "0 s");
  expect(end).toBe(
    "\n✓ Telling: 1 passed, 0 failed (0 s)\n  95 %\n✓ Passing: 2 passed, 0 failed (0 s)\n",
  );
});

it("runs everything unless told otherwise", () => {
  const steps = { unit: ["types"], endToEnd: ["browser"] };
  expect(chooseSteps([], steps)).toEqual(["types", "browser"]);
  expect(chooseSteps(["--unit"], steps)).toEqual(["types"]);
  expect(chooseSteps(["--e2e"], steps)).toEqual(["browser"]);
});

it("refuses an argument that it doesn't know", () => {
  const steps = { unit: ["types"], endToEnd: ["browser"] };
  expect(() => chooseSteps(["--unti"], steps)).toThrow("not --unti");
});
