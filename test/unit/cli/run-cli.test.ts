import { expect, test } from "vitest";
import { runCli } from "../../../src/cli/run-cli.ts";

test("what nobody expected is told in full, and is no answer to what was asked", async () => {
  let errors = "";
  const exitCode = await runCli(["report", "--server", "https://x", "--client", "x"], {
    writeOutput: () => undefined,
    writeError: (text) => {
      errors += text;
    },
    get environment(): never {
      throw new TypeError("broken\u001b[2K");
    },
  });
  expect(exitCode).toBe(2);
  expect(errors).toContain("unexpectedly:\nTypeError: broken\\u001b[2K\n");
  expect(errors).toContain("run-cli.test.ts");
});
