import { spawn } from "node:child_process";
import { once } from "node:events";
import { stopperOf } from "../../tools/keycloak/server/server-process.ts";

/** A script that runs in a shell of its own, as in a person's terminal. */
export interface RunningScript {
  /** Waits until it has printed that, and gives the match. Throws where it ends before. */
  readonly hasSaid: (words: RegExp) => Promise<RegExpExecArray>;
  /** Waits for its end, and gives its exit code. */
  readonly ended: Promise<number>;
  /** What it has printed so far, errors among it. */
  readonly said: () => string;
  /** Presses Ctrl-C, and waits until all that it started has ended. */
  readonly interrupt: () => Promise<void>;
}

/** Starts a script in a shell, in that folder. What runs of it ends when our own process does. */
export function startScript(
  script: string,
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): RunningScript {
  const shell = spawn("sh", ["-ec", script], {
    cwd,
    env: { ...process.env, ...variables },
    // A group of its own, as a terminal gives it: Ctrl-C reaches all of it.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let tellMore = () => {};
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      tellMore();
    });
  }
  const stopper = shell.pid === undefined ? undefined : stopperOf(shell.pid);
  const ended = once(shell, "close").then(([code]) => {
    stopper?.cancel();
    return Number(code ?? -1);
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    tellMore();
  });
  const hasSaid = async (words: RegExp) => {
    for (;;) {
      const match = words.exec(output);
      if (match !== null) return match;
      if (isOver) throw new Error(`It ended without saying ${words}:\n${output}`);
      await new Promise<void>((resolve) => {
        tellMore = resolve;
      });
    }
  };
  const interrupt = async () => {
    if (!isOver && shell.pid !== undefined) process.kill(-shell.pid, "SIGINT");
    await ended;
  };
  return { hasSaid, ended, said: () => output, interrupt };
}

/**
 * Runs a script to its end.
 *
 * @returns what it printed, errors among it
 * @throws where its exit code is not 0
 */
export async function runScript(
  script: string,
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const running = startScript(script, cwd, variables);
  const code = await running.ended;
  if (code !== 0) throw new Error(`Exit code ${code} of ${script}:\n${running.said()}`);
  return running.said();
}
