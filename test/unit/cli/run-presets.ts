import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleCli } from "../../../tools/build/bundle-cli.ts";
import { root } from "../../../tools/test/root.ts";

/** What came of a run. */
export interface Run {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The bundled command line in a folder of its own, as somebody has it who installed it. */
export interface Presets {
  readonly run: (...words: readonly string[]) => Run;
  /** Runs it for somebody who has closed what it writes to, as `head` does. */
  readonly runUnread: (...words: readonly string[]) => Promise<Run>;
  /** Writes a file beside it; its path. */
  readonly write: (name: string, content: string) => string;
  readonly remove: () => void;
}

/** Bundles the command line. */
export async function bundlePresets(): Promise<Presets> {
  const folder = mkdtempSync(join(tmpdir(), "presets-cli-"));
  const script = join(folder, "presets.mjs");
  await bundleCli(root, script);
  const options = { cwd: folder, env: { PATH: process.env["PATH"] } };
  return {
    run: (...words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
        ...options,
        encoding: "utf8",
      });
      return { exitCode: status, output: stdout, errors: stderr };
    },
    runUnread: async (...words) => {
      const program = spawn(process.execPath, [script, ...words], options);
      program.stdout.destroy();
      let errors = "";
      program.stderr.setEncoding("utf8").on("data", (text: string) => {
        errors += text;
      });
      const [exitCode] = await once(program, "close");
      return { exitCode, output: "", errors };
    },
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
