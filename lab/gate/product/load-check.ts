import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleCli } from "../../../tools/build/bundle-cli.ts";
import type { Check, CheckRun } from "../check-run.ts";
import type { WrittenDocument } from "../document/write-document.ts";

type RunCli = typeof import("../../../src/cli/run-cli.ts").runCli;

/**
 * Builds the command line of a project, as it is released, and loads it into this process.
 *
 * @param project folder of the project, or of a copy of it
 * @param outfile where the script is written to
 */
export async function loadCheck(project: string, outfile: string): Promise<Check> {
  await mkdir(dirname(outfile), { recursive: true });
  await bundleCli(project, outfile, "src/cli/run-cli.ts");
  const { runCli }: { readonly runCli: RunCli } = await import(pathToFileURL(outfile).href);
  return (document) => inFolder((folder) => check(runCli, document, folder));
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "presets-gate-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function check(
  runCli: RunCli,
  { files, environment }: WrittenDocument,
  folder: string,
): Promise<CheckRun> {
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const paths = await Promise.all(files.map(({ name, text }) => write(name, text)));
  const values =
    environment === undefined ? [] : ["--env-file", await write("values.env", environment)];
  let output = "";
  let errors = "";
  const exitCode = await runCli(["check", "--json", "--allow", "none", ...values, ...paths], {
    readInput: async () => new Uint8Array(),
    writeOutput: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
    environment: {},
  });
  return { exitCode, output, errors };
}
