/** Draws what goes on. */
export interface Drawing<Progress> {
  /** Draws it at once, or when the time between two drawings is over. */
  readonly draw: (progress: Progress) => void;
  /** Draws what is not drawn yet. */
  readonly finish: () => void;
}

/**
 * Draws something that changes often no more than now and then. The latest is always drawn in the end:
 * what comes next may take long.
 *
 * @param every milliseconds between two drawings
 */
export function drawNowAndThen<Progress>(
  every: number,
  drawNow: (progress: Progress) => void,
): Drawing<Progress> {
  let waiting: { readonly timer: ReturnType<typeof setTimeout>; latest: Progress } | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const finish = () => {
    if (waiting === undefined) return;
    const { timer, latest } = waiting;
    clearTimeout(timer);
    waiting = undefined;
    drawnAt = performance.now();
    drawNow(latest);
  };
  return {
    draw: (progress) => {
      if (waiting !== undefined) {
        waiting.latest = progress;
        return;
      }
      const wait = drawnAt + every - performance.now();
      waiting = { timer: setTimeout(finish, Math.max(0, wait)), latest: progress };
      if (wait <= 0) finish();
    },
    finish,
  };
}
