/** Runs an action unless another one is running still. */
export type Turn = (act: () => Promise<void>) => Promise<void>;

/**
 * Makes a turn: while one action runs, others are left out. What is shown comes with the next
 * rendering, and a double click comes before it, so this does not wait for React.
 */
export function oneAtATime(): Turn {
  let isTaken = false;
  return async (act) => {
    if (isTaken) return;
    isTaken = true;
    try {
      await act();
    } finally {
      isTaken = false;
    }
  };
}
