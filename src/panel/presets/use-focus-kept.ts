import { type FocusEvent, useEffect, useRef } from "react";

/**
 * Keeps the keyboard's place where what it was on is gone: its row stands elsewhere or is hidden by a filter now, or
 * its message is no longer shown. The focus then goes to `target`.
 *
 * @param isBusy whether a change runs: what it removes may be back when it is done, or its row takes the focus
 * @returns the ref of the target, and what the element around all that may go listens to
 */
export function useFocusKept(isBusy: boolean) {
  const target = useRef<HTMLDivElement>(null);
  const last = useRef<Element>();
  useEffect(() => {
    if (!isBusy && last.current?.isConnected === false) target.current?.focus();
  });
  const around = {
    onFocus: (event: FocusEvent) => {
      last.current = event.target;
    },
    // React tells of no blur where it removes what has the focus.
    onBlur: () => {
      last.current = undefined;
    },
  };
  return { target, around };
}
