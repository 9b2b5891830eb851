import { expect, it } from "vitest";
import { runSteps, type Step } from "../../../../tools/test/run-steps.ts";

const passing: Step = { name: "Passing", run: async () => ({ passed: 2, failed: 0 }) };
const crashing: Step = {
  name: "Crashing",
  run: async () => {
    throw new Error("out of memory");
  },
};

async function runAll(steps: readonly Step[], stop = new AbortController()) {
  const lines: string[] = [];
  const outcome = await runSteps(steps, stop.signal, (line) => lines.push(line));
  return { outcome, lines: lines.join("\n").replaceAll(/\d+\.\d s/g, "0 s") };
}

it("goes on after a step that crashed and counts it as one failure", async () => {
  const { outcome, lines } = await runAll([crashing, passing]);
  expect(outcome).toEqual({ passed: 2, failed: 1 });
  expect(lines).toContain("out of memory");
});

it("ends with a line for each step", async () => {
  const { lines } = await runAll([crashing, passing]);
  expect(lines).toMatch(
    /\n✗ Crashing: 0 passed, 1 failed \(0 s\)\n✓ Passing: 2 passed, 0 failed \(0 s\)\n$/,
  );
});

it("repeats at its end which tests failed", async () => {
  const failures = ["a story › a step: Error: gone"];
  const failing: Step = { name: "Failing", run: async () => ({ passed: 1, failed: 1, failures }) };
  const { lines } = await runAll([failing, passing]);
  expect(lines).toContain(
    "✗ Failing: 1 passed, 1 failed (0 s)\n    a story › a step: Error: gone\n✓ Passing:",
  );
});

it("counts what passed until the run was stopped, and the step that was stopped as failed", async () => {
  const stop = new AbortController();
  const stopped: Step = {
    name: "Stopped",
    run: async () => {
      stop.abort();
      return { passed: 7, failed: 0 };
    },
  };
  const { outcome, lines } = await runAll([passing, stopped, passing], stop);
  expect(outcome).toEqual({ passed: 9, failed: 1 });
  expect(lines).toMatch(
    /Stopped: 7 passed, 1 failed \(until it was stopped, 0 s\)\n– Passing: not run\n$/,
  );
});
