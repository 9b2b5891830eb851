import { useEffect, useState } from "react";

/**
 * Milliseconds within which a server near by has answered. A spinner that only flashes tells nobody
 * anything, and drawing it takes the page time that it needs for the answer.
 */
const patience = 250;

/** Whether something is waited for longer than usual. */
export function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setIsLate(true), patience);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isWaiting]);
  return isLate;
}
