import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { askBeforeBack } from "../../../console/history/ask-before-back.ts";

/** Keeps a key from being lost that is nowhere else. */
export interface KeyGuard<Element> {
  /** Goes to an element of the page that the key is shown on. */
  readonly ref: RefObject<Element>;
  /** Whether the person is asked whether to close without it. */
  readonly isAsking: boolean;
  /** Whether what is shown may be closed; where it may not, the person is asked from now on. */
  readonly mayClose: () => boolean;
  /** Stops asking. */
  readonly goBack: () => void;
  /** The key was copied or saved. */
  readonly onSaved: () => void;
}

/**
 * Asks before a key is closed that was neither copied nor saved, and where Back would leave it; the browser asks before
 * the page is closed or loaded again.
 *
 * @param key the key that is shown; undefined where none is
 * @see [beforeunload](https://html.spec.whatwg.org/multipage/browsing-the-web.html#event-beforeunload)
 */
export function useKeyGuard<Target extends HTMLElement>(key: string | undefined): KeyGuard<Target> {
  const ref = useRef<Target>(null);
  const [saved, setSaved] = useState<string>();
  const [isAsking, setIsAsking] = useState(false);
  const isAtRisk = key !== undefined && key !== saved;
  // Before the key is seen: after it, the page could be left without a question.
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
    onSaved: () => setSaved(key),
  };
}
