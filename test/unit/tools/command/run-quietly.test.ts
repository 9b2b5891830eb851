import { expect, it } from "vitest";
import { runQuietly } from "../../../../tools/command/run-quietly.ts";

const runNode = (script: string, silence = 0) =>
  runQuietly([process.execPath, "-e", script], { silence });

it("says nothing of a program that succeeds", async () => {
  expect(await runNode("console.log('error: not really')")).toBeUndefined();
});

it.each([
  ["console.error('Failed to download\\nError: getaddrinfo ENOTFOUND')", "getaddrinfo ENOTFOUND"],
  ["console.error('npm error network is down')", "network is down"],
  ["console.log('[INFO] hello\\n[ERROR] no such artifact')", "no such artifact"],
  ["console.log('first\\nlast')", "last"],
  ["", "it ended with exit code 3"],
])("of a program that fails with %s it gives the line that says why", async (script, reason) => {
  expect(await runNode(`${script}; process.exitCode = 3`)).toBe(reason);
});

it("ends a program that prints nothing for too long", async () => {
  expect(await runNode("setTimeout(() => {}, 60_000)", 200)).toBe("no sign of life in 0.2 s");
});

it("says if the program is missing", async () => {
  const trouble = await runQuietly(["no-such-program"], {});
  expect(trouble).toBe("there is no program no-such-program in PATH");
});
