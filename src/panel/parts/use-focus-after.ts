import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the keyboard's place when the button that was pressed is gone once its work is done: the
 * element with the returned ref gets the focus that would be lost otherwise.
 */
export function useFocusAfter<Target extends HTMLElement>(isRunning: boolean): RefObject<Target> {
  const target = useRef<Target>(null);
  const wasRunning = useRef(false);
  useEffect(() => {
    const page = target.current?.ownerDocument;
    const isLost = page !== undefined && page.activeElement === page.body;
    if (wasRunning.current && !isRunning && isLost) target.current?.focus();
    wasRunning.current = isRunning;
  });
  return target;
}
