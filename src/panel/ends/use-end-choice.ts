import { useState } from "react";
import { type EndChoice, momentOf } from "../../access/ends/end-choice.ts";

/** When roles are to end, as a person chose it. */
export interface ChosenEnd {
  readonly choice: EndChoice;
  readonly choose: (choice: EndChoice) => void;
  /** The moment that lengths of time are counted from, in milliseconds since 1970. */
  readonly now: number;
  /** In milliseconds since 1970; undefined for never. */
  readonly end: number | undefined | "unchanged" | "invalid";
}

/** Keeps a choice of when roles are to end; lengths of time are counted from when it is first shown. */
export function useEndChoice(): ChosenEnd {
  const [now] = useState(() => Date.now());
  const [choice, choose] = useState<EndChoice>({ kind: "unchanged" });
  const end = choice.kind === "unchanged" ? choice.kind : momentOf(choice, now);
  return { choice, choose, now, end };
}
