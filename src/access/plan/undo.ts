import { type Change, type Grant, hasGrant } from "../model/grant.ts";
import type { Snapshot } from "../model/snapshot.ts";
import {
  type Attempt,
  type Direction,
  holdsIn,
  isAsBefore,
  linesOf,
  type Outcome,
} from "./outcome.ts";

/**
 * Undo never switches service accounts off: that would delete the account with all of its mappings. It
 * makes a client public again that was public.
 */
const canBeUndone = (grant: Grant) => grant.place !== "account" || grant.wasPublic;

/**
 * The change that leads back: undoes exactly what a change was to do, told from what held before it,
 * so that what was held already stays held. What is back already is left out by {@link remainingChange}.
 *
 * @param before the snapshot that the change was planned on
 */
export function planUndo(change: Change, before: Snapshot): Change {
  return {
    add: change.remove.filter((grant) => hasGrant(before, grant)),
    remove: change.add.filter((grant) => canBeUndone(grant) && !hasGrant(before, grant)),
  };
}

/** What is to be given and taken to make a change, or to take it back. */
export function changeOf({ change, before }: Attempt, direction: Direction): Change {
  return direction === "forward" ? change : planUndo(change, before);
}

/** Whether Undo would take anything back of what came of a change. */
export function isUndoable(outcome: Outcome): boolean {
  const isSame = isAsBefore(outcome);
  return (
    outcome.direction === "forward" &&
    (outcome.attempt.ends !== undefined ||
      outcome.lines.some((line) => canBeUndone(line.grant) && !isSame(line)))
  );
}

/** What came of an attempt that wasn't begun, since something before it failed. */
export function unsentOutcome(attempt: Attempt, thrown: unknown): Outcome {
  const state = { kind: "ready", snapshot: attempt.before } as const;
  const lines = linesOf(attempt.change, (grant, isWanted) => holdsIn(state, grant, isWanted));
  return { attempt, direction: "forward", state, lines, thrown };
}
