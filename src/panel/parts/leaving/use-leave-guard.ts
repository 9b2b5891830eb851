import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { askBeforeBack } from "../../../console/history/ask-before-back.ts";

/** Keeps from being lost what is nowhere else. */
export interface LeaveGuard<Element> {
  /** Goes to an element of the page. */
  readonly ref: RefObject<Element>;
  /** Whether the person is asked whether to leave without it. */
  readonly isAsking: boolean;
  /** Whether it may be left; where it may not, the person is asked from now on. */
  readonly mayClose: () => boolean;
  /** Stops asking. */
  readonly goBack: () => void;
}

/**
 * Asks before something is closed that would be lost, and where Back would leave it; the browser asks before the page is
 * closed or loaded again.
 *
 * @param isAtRisk whether there is something to lose
 * @see [beforeunload](https://html.spec.whatwg.org/multipage/browsing-the-web.html#event-beforeunload)
 */
export function useLeaveGuard<Target extends HTMLElement>(isAtRisk: boolean): LeaveGuard<Target> {
  const ref = useRef<Target>(null);
  const [isAsking, setIsAsking] = useState(false);
  // Before it is seen: after that, the page could be left without a question.
  useLayoutEffect(() => {
    const view = ref.current?.ownerDocument.defaultView;
    if (!isAtRisk || view === null || view === undefined) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    view.addEventListener("beforeunload", ask);
    const leaveHistory = askBeforeBack(view, () => setIsAsking(true));
    return () => {
      view.removeEventListener("beforeunload", ask);
      leaveHistory();
    };
  }, [isAtRisk]);
  return {
    ref,
    isAsking: isAsking && isAtRisk,
    mayClose: () => {
      if (!isAtRisk) return true;
      setIsAsking(true);
      return false;
    },
    goBack: () => setIsAsking(false),
  };
}
