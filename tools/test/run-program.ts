import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asRecord } from "./parse-json.ts";
import { root } from "./root.ts";

/** A program of an installed package, with its arguments. */
export interface Program {
  readonly packageName: string;
  readonly binName: string;
  readonly arguments: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ends a program that hangs, so that a run always comes to its last line. */
  readonly limitInMinutes: number;
  /** Where it runs, unless in the project's folder. */
  readonly folder?: string;
  /** Whether its output is thrown away. */
  readonly isSilent?: boolean;
}

/**
 * Runs a program of `node_modules` with its output in the terminal, unless it is silent, and nothing
 * to read from.
 * It is started by its script, not by `npx` or a shell: the same on every system.
 *
 * @returns whether it ended well.
 */
export async function runProgram(program: Program): Promise<boolean> {
  const script = scriptOf(program.packageName, program.binName);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...program.arguments], {
      cwd: program.folder ?? root,
      stdio: program.isSilent ? "ignore" : ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...program.env },
    });
    const limit = setTimeout(() => {
      console.error(`${program.binName} was stopped after ${program.limitInMinutes} minutes.`);
      // Playwright stops its servers on SIGINT; whoever ignores that is ended for good.
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGKILL"), 30_000).unref();
    }, program.limitInMinutes * 60_000);
    const finish = (succeeded: boolean) => {
      clearTimeout(limit);
      resolve(succeeded);
    };
    child.on("error", (error) => {
      console.error(error.message);
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}

function scriptOf(packageName: string, binName: string): string {
  const folder = join(root, "node_modules", packageName);
  const { bin } = asRecord(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const script = typeof bin === "string" ? bin : asRecord(bin)[binName];
  if (typeof script !== "string") throw new Error(`${packageName} has no program ${binName}.`);
  return join(folder, script);
}
