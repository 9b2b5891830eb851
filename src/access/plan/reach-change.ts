import type { ReachFamily } from "../../catalog/calls/reach.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Change } from "../model/grant.ts";
import { heldAdminRoles } from "../model/held-admin-roles.ts";
import { type FamilyReach, reachOfHeld, reachOrder } from "../model/reach-of-held.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { snapshotAfter } from "./snapshot-after.ts";

/** How far a client reaches in a family of calls before a change and after it. */
export interface FamilyChange {
  readonly family: ReachFamily;
  readonly before: FamilyReach;
  readonly after: FamilyReach;
  /** Undefined where one of them isn't known. */
  readonly direction: "grows" | "shrinks" | "same" | undefined;
}

function directionOf(before: FamilyReach, after: FamilyReach): FamilyChange["direction"] {
  if (before === "notKnown" || after === "notKnown") return undefined;
  const [was, is] = [reachOrder.indexOf(before), reachOrder.indexOf(after)];
  if (was === is) return "same";
  return is > was ? "grows" : "shrinks";
}

/**
 * Compares how far the roles in the client's tokens reach before and after a change, family by family, as if the
 * client were enabled.
 *
 * @param version the server's, such as `26.7.3`; where it isn't known, what any version allows counts
 */
export function reachChange(
  change: Change,
  snapshot: Snapshot,
  matrix: Pick<MeasuredMatrix, "calls" | "includes">,
  version?: string,
): readonly FamilyChange[] {
  const then = heldAdminRoles(snapshotAfter(snapshot, change));
  const reached = reachOfHeld(then, matrix, version);
  return [...reachOfHeld(heldAdminRoles(snapshot), matrix, version)].map(([family, before]) => {
    const after = reached.get(family) ?? "notKnown";
    return { family, before, after, direction: directionOf(before, after) };
  });
}
