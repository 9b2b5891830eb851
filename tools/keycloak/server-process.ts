import { type ChildProcess, spawn } from "node:child_process";
import { stopProcessGroup } from "./stop-process-group.ts";
import { watchOver } from "./watch-over.ts";

const logLimit = 4_000_000; // characters; a chatty server shall not fill our memory

/** A server that runs as a process group of its own, with everything that it started. */
export interface ServerProcess {
  /** What it printed so far; of a very long log the last part. */
  readonly log: () => string;
  /** Resolves with the exit code when it has ended, null when a signal ended it. Never rejects. */
  readonly exited: Promise<number | null>;
  /** Ends it and everything it started; resolves when nothing of it is left. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server program. However our own process ends, by a signal, by an error or killed, the
 * server's process group ends too.
 */
export function startServerProcess(options: {
  program: string;
  arguments: readonly string[];
  directory: string;
  environment: NodeJS.ProcessEnv;
}): ServerProcess {
  const windows = process.platform === "win32";
  const child = spawn(options.program, options.arguments, {
    cwd: options.directory,
    env: options.environment,
    stdio: ["ignore", "pipe", "pipe"],
    // Own group: one signal reaches kc.sh and its java; the terminal's Ctrl-C reaches neither, so
    // that we stop them in order.
    detached: !windows,
    shell: windows,
  });
  const endWatch = watchOver(child);
  const log = collect(child);
  const exited = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", (code) => resolve(code));
  });
  void exited.then(() => endWatch());
  return {
    log,
    exited,
    async stop() {
      await stopProcessGroup(child);
      endWatch();
    },
  };
}

function collect(child: ChildProcess): () => string {
  let log = "";
  const append = (text: string) => {
    log += text;
    if (log.length > 2 * logLimit) {
      log = log.slice(-logLimit);
    }
  };
  child.stdout?.setEncoding("utf8").on("data", append);
  child.stderr?.setEncoding("utf8").on("data", append);
  child.once("error", (error) => append(`${error.message}\n`));
  return () => log;
}
