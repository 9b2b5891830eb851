import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Change } from "../model/grant.ts";
import { type HeldRoles, heldAdminRoles } from "../model/held-admin-roles.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { verdictOfHeld } from "../model/verdict-of.ts";
import { snapshotAfter } from "./snapshot-after.ts";

/** What a change makes of the calls that a service account may make. */
export interface Effect {
  /** Whether all roles that count are known, before and after: else the numbers and calls below may be too few. */
  readonly isKnown: boolean;
  /** How many calls are allowed before, and how many after. */
  readonly before: number;
  readonly after: number;
  /** Calls that were not allowed and now are. */
  readonly gained: readonly MeasuredCall[];
  /** Calls that were allowed and no longer are. */
  readonly lost: readonly MeasuredCall[];
}

/** Tells what the client could not do and then can, and the other way round, as it was measured. */
export function planEffect(change: Change, snapshot: Snapshot, matrix: MeasuredMatrix): Effect {
  const allowedBy = (held: HeldRoles) =>
    new Set(matrix.calls.filter((call) => verdictOfHeld(call, held, matrix) === "allowed"));
  const before = allowedBy(heldAdminRoles(snapshot));
  const then = snapshotAfter(snapshot, change);
  const after = allowedBy(heldAdminRoles(then));
  return {
    isKnown: [snapshot, then].every((it) => heldAdminRoles(it).possible.size === 0),
    before: before.size,
    after: after.size,
    gained: [...after].filter((call) => !before.has(call)),
    lost: [...before].filter((call) => !after.has(call)),
  };
}
