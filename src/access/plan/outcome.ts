import type { EndChange } from "../ends/end-change.ts";
import { isMove, isMoveHalfDone } from "../model/client-scope-move.ts";
import type { ClientState } from "../model/client-state.ts";
import { type Change, type Grant, hasGrant, heldAs } from "../model/grant.ts";
import { isInScope } from "../model/scope.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { presetStates } from "../presets/preset-state.ts";
import type { Goal } from "./plan.ts";
import type { Step } from "./steps.ts";

/** A change that is to be made, and what held before anything was sent. */
export interface Attempt {
  readonly change: Change;
  readonly before: Snapshot;
  /** When which roles end, where that changes. */
  readonly ends?: EndChange | undefined;
}

/** Whether a change is made or taken back. */
export type Direction = "forward" | "back";

/** What a change was to do with one grant, and whether the client has it now. */
export interface Line {
  readonly grant: Grant;
  readonly isWanted: boolean;
  /** Undefined where the server could not be asked. */
  readonly isHeld: boolean | undefined;
}

/** A step that was sent. Times are in milliseconds since 1970, by the clock of this computer. */
export interface SentStep {
  readonly step: Step;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** Undefined where its answer was lost, or where it may be half done. */
  readonly isDone: boolean | undefined;
}

/** What was sent to make a change or to take it back, and what held before that. */
export interface Sent {
  readonly from: Snapshot;
  /** When it began, in milliseconds since 1970. */
  readonly begunAt: number;
  readonly steps: readonly SentStep[];
}

/** What came of an attempt. */
export interface Outcome {
  readonly attempt: Attempt;
  readonly direction: Direction;
  /** What the server holds now; undefined where it could not be read back. */
  readonly state: ClientState | undefined;
  readonly lines: readonly Line[];
  /** What stopped it, also where the goal was reached all the same. */
  readonly thrown: unknown;
  /** Whether it isn't known that roles end when they are to. */
  readonly areEndsOpen?: boolean;
  /** Whether the client doesn't say which presets of the realm it got, or may not. */
  readonly areMarkersOpen?: boolean;
  /** Undefined where nothing was to be sent: the server was only asked. */
  readonly sent?: Sent | undefined;
}

/** The lines of a report, derived from the server's state. */
export function linesOf(
  { add, remove }: Change,
  isHeld: (grant: Grant, isWanted: boolean) => boolean | undefined,
): readonly Line[] {
  return [
    ...add.map((grant) => ({ grant, isWanted: true, isHeld: isHeld(grant, true) })),
    ...remove.map((grant) => ({ grant, isWanted: false, isHeld: isHeld(grant, false) })),
  ];
}

/**
 * Whether the client has a grant, as a state tells; a client that is gone has none. One that is to be
 * taken is there as long as that very role is, also where it was renamed meanwhile.
 *
 * @returns undefined where the person may not see it
 */
export function holdsIn(state: ClientState, grant: Grant, isWanted = true): boolean | undefined {
  if (state.kind !== "ready") return false;
  const { snapshot } = state;
  if (grant.place === "scope" && isInScope(snapshot, grant.role) === undefined) return undefined;
  return isWanted ? hasGrant(snapshot, grant) : heldAs(snapshot, grant).length > 0;
}

/**
 * Whether a client scope stopped halfway between optional and default, or may have where the server
 * could not be asked. Then the client does not have it, and yet it is not as it was before.
 */
function isHalfway(state: ClientState | undefined, grant: Grant): boolean {
  if (state === undefined) return isMove(grant);
  return state.kind === "ready" && isMoveHalfDone(state.snapshot, grant);
}

/** Whether what a line is about is as it was before anything was sent. */
export const isAsBefore =
  ({ attempt, state }: Outcome) =>
  ({ grant, isHeld }: Line): boolean =>
    isHeld === hasGrant(attempt.before, grant) && !isHalfway(state, grant);

/** Whether the server was read back, and holds all that was wanted. */
export function isReached({ lines, state, areEndsOpen }: Outcome): boolean {
  return (
    state !== undefined &&
    areEndsOpen !== true &&
    lines.every(({ grant, isWanted, isHeld }) => isWanted === isHeld && !isHalfway(state, grant))
  );
}

const unreached = ["missing", "notGrantable", "unavailable"];

/** Whether presets of a goal were to be applied and aren't, since something else changed meanwhile. */
export function missesPresets({ mode, presets }: Goal, { state, direction }: Outcome): boolean {
  if (mode === "remove" || direction === "back" || state?.kind !== "ready") return false;
  return presetStates(state.snapshot).some(
    ({ preset, status }) =>
      presets.some(({ id }) => id === preset.id) && unreached.includes(status.kind),
  );
}
