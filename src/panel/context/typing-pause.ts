/** How long nothing is typed before the server is asked, in milliseconds. */
const pauseTime = 300;

/** Ends once nothing was typed for a moment; never where the signal is aborted before. */
export function typingPause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseTime);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
