/** Lets one action run at a time. */
export interface Turn {
  /** Whether one runs, which what is shown tells only once it is drawn. */
  readonly isTaken: () => boolean;
  /** Runs an action unless another one is running still. */
  readonly take: (act: () => Promise<void>) => Promise<void>;
}

/**
 * Makes a turn: while one action runs, others are left out. What is shown comes with the next
 * rendering, and a double click comes before it, so this does not wait for React.
 */
export function oneAtATime(): Turn {
  let isTaken = false;
  return {
    isTaken: () => isTaken,
    take: async (act) => {
      if (isTaken) return;
      isTaken = true;
      try {
        await act();
      } finally {
        isTaken = false;
      }
    },
  };
}
