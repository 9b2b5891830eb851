import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

const patienceMilliseconds = 10_000;

/**
 * Ends a child that leads its own process group, and everything in that group: SIGTERM, and after
 * ten seconds SIGKILL. Resolves when no process of the group is left; does nothing when none is.
 */
export async function stopProcessGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) {
    return; // it never started
  }
  if (process.platform === "win32") {
    await endTreeOnWindows(child.pid);
    return;
  }
  signalGroup(child.pid, "SIGTERM");
  const deadline = Date.now() + patienceMilliseconds;
  while (signalGroup(child.pid, 0)) {
    if (Date.now() > deadline) {
      signalGroup(child.pid, "SIGKILL");
    }
    await wait(50);
  }
}

/** Sends a signal (0 only asks) to the group and tells whether there is such a group. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}

async function endTreeOnWindows(pid: number): Promise<void> {
  const kill = spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
  await new Promise((resolve) => kill.once("close", resolve).once("error", resolve));
}
