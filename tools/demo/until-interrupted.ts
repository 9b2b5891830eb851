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
