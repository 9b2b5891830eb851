import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";

// Without `--` before the group's number: dash, the sh of Debian, would refuse it.
const script = `
while read -r line; do :; done
kill -TERM "-$1" 2>/dev/null || exit 0
for turn in 1 2 3 4 5 6 7 8 9 10; do
  sleep 1
  kill -0 "-$1" 2>/dev/null || exit 0
done
kill -KILL "-$1"
`;

/**
 * Makes the process group that `child` leads end when our own process ends, in whatever way, also
 * killed with no chance to clean up: a small shell waits at a pipe that only we hold open.
 *
 * Returns the function that calls the watch off. On Windows, where there are no process groups,
 * an orderly end of our process is all that is watched.
 */
export function watchOver(child: ChildProcess): () => void {
  if (child.pid === undefined) {
    return () => {};
  }
  if (process.platform === "win32") {
    const pid = String(child.pid);
    const end = () => spawn("taskkill", ["/pid", pid, "/T", "/F"], { stdio: "ignore" });
    process.once("exit", end);
    return () => process.removeListener("exit", end);
  }
  const watch = spawn("sh", ["-c", script, "sh", String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true, // the terminal's Ctrl-C ends us, not the watch
  });
  watch.on("error", () => {}); // without a shell kc.sh could not have started either
  watch.unref();
  (watch.stdin as Socket | null)?.unref();
  return () => watch.kill("SIGKILL");
}
