import { expect, test } from "vitest";
import { runCli } from "../../../src/cli/run-cli.ts";
import { runPresets } from "./run-presets.ts";

test("help and version go to standard output, with exit code 0", async () => {
  const help = await runPresets(["--help"]);
  expect(help).toMatchObject({ exitCode: 0, errors: "" });
  expect(help.output).toContain("Exit codes");
  const version = await runPresets(["--version"]);
  expect(version).toMatchObject({ exitCode: 0, errors: "" });
  expect(version.output).toMatch(/^\d+\.\d+\.\d+\n$/);
});

const commands = [
  ...["list", "show", "export", "which", "check", "report", "advise", "record"],
  ...["custom", "doctor", "ready", "completion"],
];

test("the help lists every command", async () => {
  const { output } = await runPresets(["--help"]);
  const [, after = ""] = output.split(/^Commands:$/m);
  const [section = ""] = after.split(/^\w/m);
  const listed = [...section.matchAll(/^ {2}(\w+) .*$/gm)].map(([, name]) => name);
  expect(listed).toEqual([...commands, "help"]);
});

test("the help has a table of exit codes, and examples; each command has examples", async () => {
  const { output } = await runPresets(["--help"]);
  for (const code of [0, 1, 2, 3]) expect(output).toMatch(new RegExp(`^ {2}${code} {2}\\w`, "m"));
  for (const command of commands) {
    const help = await runPresets([command, "--help"]);
    expect(help.output).toMatch(new RegExp(`Examples:\\n.*presets .*${command}`));
  }
});

test.each(["1", "0", ""])("nothing is colored, whatever NO_COLOR is (%j)", async (value) => {
  const environment = { NO_COLOR: value, FORCE_COLOR: "1" };
  for (const words of [["--help"], ["list"], ["which", "POST /users"], ["show", "x"]]) {
    const { output, errors } = await runPresets(words, { environment });
    expect(output + errors).not.toContain("\u001b");
  }
});

test("without a command the help goes to standard error, with exit code 2", async () => {
  const { exitCode, output, errors } = await runPresets([]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("Usage: presets");
});

test("a mistyped command is refused with the nearest one", async () => {
  const { exitCode, output, errors } = await runPresets(["lits"]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("Did you mean list?");
});

test.each([
  ["an error", new TypeError("broken\u001b[2K"), "TypeError: broken\\u001b[2K\n"],
  [
    "an error without a stack",
    Object.assign(new TypeError("broken"), { stack: undefined }),
    "broken\n",
  ],
  ["something else", "broken", "broken\n"],
])("%s that nobody expected is printed in full, with exit code 2", async (_, thrown, printed) => {
  let errors = "";
  const words = ["report", "--server", "https://x", "--client", "x", "--all-realms"];
  const exitCode = await runCli(words, {
    readInput: () => expect.unreachable(),
    writeOutput: () => expect.unreachable(),
    writeError: (text) => {
      errors += text;
    },
    get environment(): never {
      throw thrown;
    },
  });
  expect(exitCode).toBe(2);
  expect(errors).toContain(`presets has failed unexpectedly:\n${printed}`);
});
