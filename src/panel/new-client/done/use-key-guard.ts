import { useState } from "react";
import { type LeaveGuard, useLeaveGuard } from "../../parts/leaving/use-leave-guard.ts";

/** Keeps a key from being lost that is nowhere else. */
export interface KeyGuard<Element> extends LeaveGuard<Element> {
  /** The key was copied or saved. */
  readonly onSaved: () => void;
}

/**
 * Asks before a key is left that was neither copied nor saved.
 *
 * @param key the key that is shown; undefined where none is
 */
export function useKeyGuard<Target extends HTMLElement>(key: string | undefined): KeyGuard<Target> {
  const [saved, setSaved] = useState<string>();
  const guard = useLeaveGuard<Target>(key !== undefined && key !== saved);
  return { ...guard, onSaved: () => setSaved(key) };
}
