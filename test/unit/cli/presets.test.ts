/** The bundled file, as a person has it who installed the package. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import manifest from "../../../package.json";
import { bundleCli } from "../../../tools/build/bundle-cli.ts";
import { root } from "../../../tools/test/root.ts";
import { makeTestFolder } from "./test-folder.ts";

const folder = makeTestFolder();
const script = join(folder.path, "presets.mjs");
/** Nothing of this checkout can be found from there. */
const options = { cwd: folder.path, env: { PATH: process.env["PATH"] } };

const run = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [script, ...words], options);

/** Processes start slowly on a busy machine. */
const timeout = 60_000;

beforeAll(() => bundleCli(root, script), timeout);

test(
  "the bundled file needs nothing but Node, answers on standard output and ends with the exit code",
  async () => {
    expect(await run("--version")).toEqual({ stdout: `${manifest.version}\n`, stderr: "" });
    expect((await run("which", "POST /users")).stdout).toContain("user-management");
    await expect(run("which", "POST /userz")).rejects.toMatchObject({ code: 1, stderr: "" });
    await expect(run("show", "x")).rejects.toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining('There is no preset "x"'),
    });
  },
  timeout,
);

test(
  "the bundled file reads standard input",
  async () => {
    const running = run("check", "-", "--allow-empty");
    running.child.stdin?.end('{"realm":"demo"}');
    expect((await running).stdout).toBe("No client has a service account.\n");
  },
  timeout,
);

test(
  "a reader that stops early, as `head` does, is not a failure",
  async () => {
    const program = spawn(process.execPath, [script, "list", "--json"], options);
    program.stdout.destroy();
    const [errors, [exitCode]] = await Promise.all([text(program.stderr), once(program, "close")]);
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
  },
  timeout,
);
