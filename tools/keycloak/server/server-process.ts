import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";

const logLimit = 4_000_000; // characters; a chatty server must not fill our memory
const isWindows = process.platform === "win32";

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
  const child = spawn(options.program, options.arguments, {
    cwd: options.directory,
    env: options.environment,
    stdio: ["ignore", "pipe", "pipe"],
    // Its own group: one signal reaches kc.sh and its java; the terminal's Ctrl-C reaches neither, so
    // that we stop them in order.
    detached: !isWindows,
    shell: isWindows,
  });
  const log = collectLog(child);
  const exited = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", (code) => resolve(code));
  });
  if (child.pid === undefined) return { log, exited, stop: async () => {} };
  const stopper = isWindows ? stopperOnWindows(child.pid) : stopperOf(child.pid);
  void exited.then(stopper.cancel);
  return { log, exited, stop: stopper.stop };
}

function collectLog(child: ChildProcess): () => string {
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

/** Ends a process group when it is asked to, and when our own process ends before that. */
export interface Stopper {
  readonly stop: () => Promise<void>;
  readonly cancel: () => void;
}

/**
 * Waits until its input is closed, then sends the group SIGTERM, and SIGKILL after ten seconds. Without `--`
 * before the group's number: dash, the sh of Debian, would refuse it.
 */
const stopScript = `
while read -r line; do :; done
kill -TERM "-$1" 2>/dev/null || exit 0
turn=0
while [ "$turn" -lt 200 ]; do
  sleep 0.05
  kill -0 "-$1" 2>/dev/null || exit 0
  turn=$((turn + 1))
done
kill -KILL "-$1"
`;

/**
 * Watches over a process group. A small shell reads from a pipe that only we hold open: it is closed by us, or by the
 * system when our process ends in whatever way, also killed with no chance to clean up.
 *
 * @param leader the id of the group's first process
 */
export function stopperOf(leader: number): Stopper {
  const shell = spawn("sh", ["-c", stopScript, "sh", String(leader)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true, // the terminal's Ctrl-C ends us, not the shell
  });
  const ended = once(shell, "close").catch(() => {}); // without a shell kc.sh could not have started either
  shell.unref();
  (shell.stdin as Socket | null)?.unref();
  let isStopping = false;
  return {
    stop: async () => {
      isStopping = true;
      shell.ref();
      shell.stdin?.end();
      await ended;
    },
    // Where it is being stopped, what the server has started may end after the server itself.
    cancel: () => void (isStopping || shell.kill("SIGKILL")),
  };
}

/** Windows has no process groups: there the server survives when our process is killed. */
function stopperOnWindows(pid: number): Stopper {
  const end = () => spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
  process.once("exit", end);
  const cancel = () => void process.removeListener("exit", end);
  const stop = async () => {
    cancel();
    await once(end(), "close").catch(() => {});
  };
  return { stop, cancel };
}
