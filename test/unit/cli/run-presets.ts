import { spawnSync } from "node:child_process";
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
  /** Writes a file beside it; its path. */
  readonly write: (name: string, content: string) => string;
  readonly remove: () => void;
}

/** Bundles the command line. */
export async function bundlePresets(): Promise<Presets> {
  const folder = mkdtempSync(join(tmpdir(), "presets-cli-"));
  const script = join(folder, "presets.mjs");
  await bundleCli(root, script);
  return {
    run: (...words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: process.env["PATH"] },
      });
      return { exitCode: status, output: stdout, errors: stderr };
    },
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
