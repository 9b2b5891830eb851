import { setTimeout as sleep } from "node:timers/promises";

/** Longer than a suite takes to stop its servers. */
const patience = 60_000;

/**
 * Ends a process group as Ctrl-C does, and for good what ignores that. Resolves when nothing of it is left.
 *
 * @param leader the id of its first process
 */
export async function endGroup(leader: number): Promise<void> {
  const begin = performance.now();
  let isThere = send(leader, "SIGINT");
  while (isThere && performance.now() - begin < patience) {
    await sleep(50);
    isThere = send(leader, 0);
  }
  if (isThere) send(leader, "SIGKILL");
}

/** @returns whether there was anything to send it to */
function send(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}
