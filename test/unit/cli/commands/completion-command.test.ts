import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";

const script = async (shell: string) => (await runPresets(["completion", shell])).output;

/** What bash offers behind these words, the last of which is being typed. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const program = `${await script("bash")}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _presets; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)("bash", ["-c", program, "bash", ...words]);
  return stdout.split("\n").filter(Boolean);
}

test("bash completes commands, presets, options, and the values of options", async () => {
  expect(await offered("presets", "wh")).toEqual(["which"]);
  expect(await offered("presets", "show", "user-l")).toEqual(["user-lookup"]);
  expect(await offered("presets", "export", "user-lookup", "--fo")).toEqual(["--format"]);
  expect(await offered("presets", "export", "--format", "ter")).toEqual(["terraform"]);
  expect(await offered("presets", "completion", "f")).toEqual(["fish"]);
});

test("zsh runs the script of bash, and fish has its own", async () => {
  expect(await script("zsh")).toContain("bashcompinit");
  expect(await script("zsh")).toContain(await script("bash"));
  const fish = await script("fish");
  expect(fish).toContain("complete -c presets -n __fish_use_subcommand -a which");
  expect(fish).toMatch(/from export' -l format -x -a 'kcadm terraform .*' -d/);
});

test("an unknown shell is rejected with the possible ones", async () => {
  const { exitCode, errors } = await runPresets(["completion", "tcsh"]);
  expect(exitCode).toBe(2);
  expect(errors).toContain("bash, zsh, fish");
});
