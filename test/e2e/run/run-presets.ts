import { execFile } from "node:child_process";
import { join } from "node:path";
import { bundleCli } from "../../../tools/build/bundle-cli.ts";
import { root } from "../../../tools/test/root.ts";

/** What came of a run of the command line. */
interface Run {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line with these words; `secret` is its CLIENT_SECRET. */
export type RunPresets = (words: readonly string[], secret?: string) => Promise<Run>;

/** Bundles the command line into a folder, to be run as a process of its own. */
export async function bundlePresets(folder: string): Promise<RunPresets> {
  const script = join(folder, "presets.mjs");
  await bundleCli(root, script);
  return (words, secret) =>
    new Promise((resolve) => {
      const env = { PATH: process.env["PATH"], CLIENT_SECRET: secret };
      execFile(process.execPath, [script, ...words], { env }, (error, output, errors) => {
        const exitCode = error === null ? 0 : Number(error.code);
        resolve({ exitCode, output, errors });
      });
    });
}
