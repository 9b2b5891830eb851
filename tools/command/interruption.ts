const parentEvery = 500;

/**
 * Listens for Ctrl-C, and for the signals that end a process in an orderly way, in place of ending at once. Where
 * npm started this process, the end of npm's shell counts too: npm passes a signal to its shell alone.
 *
 * @returns a signal that is aborted by the first of them; its reason is an Error that says which
 */
export function listenForInterruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => controller.abort(new Error(`Stopped by ${name}.`)));
  }
  const { npm_lifecycle_event: script } = process.env;
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) controller.abort(new Error(`npm ended before ${script}.`));
  };
  if (script !== undefined) setInterval(look, parentEvery).unref();
  return controller.signal;
}

/**
 * Waits for `work`, but no longer than until `signal` is aborted; then throws the signal's reason.
 * The work itself goes on unheeded: for steps that end with our process.
 */
export async function untilInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return await new Promise<T>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
