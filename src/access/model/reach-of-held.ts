import {
  type Reach,
  type ReachFamily,
  reaches,
  reachFamilies,
  reachFamilyOf,
} from "../../catalog/calls/reach.ts";
import { reachOfCall } from "../../catalog/calls/reach-of-call.ts";
import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { HeldRoles } from "./held-admin-roles.ts";
import { verdictOf, verdictOfHeld } from "./verdict-of.ts";

/**
 * The reach of roles in a family of calls: none; part of what an administrator reads; that of the
 * call with the most reach; or not known if a call that may be allowed reaches further.
 */
export type FamilyReach = Reach | "none" | "readsPart" | "notKnown";

const order = ["none", "readsPart", ...reaches] as const;

/**
 * The reach of the roles in a client's tokens, by family; without families that have no measured
 * calls. Calls whose measurement is unknown don't count.
 *
 * @param version the server's, such as `26.7.3`; if it isn't known, the reach of every version
 * counts
 */
export function reachOfHeld(
  held: HeldRoles,
  matrix: Pick<MeasuredMatrix, "calls" | "includes">,
  version?: string,
): ReadonlyMap<ReachFamily, FamilyReach> {
  const known = new Map<ReachFamily, number>();
  const possible = new Map<ReachFamily, number>();
  const raise = (levels: Map<ReachFamily, number>, family: ReachFamily, level: number) =>
    levels.set(family, Math.max(levels.get(family) ?? 0, level));
  const most = [...held.names, ...held.possible];
  // Where the measurement itself left a call open, nothing points to it.
  const isAllowedAtMost = (call: MeasuredCall) => verdictOf(call, most, matrix) === "allowed";
  for (const call of matrix.calls) {
    const family = reachFamilyOf(call);
    if (family === undefined) continue;
    const level = order.indexOf(reachOfCall(call, version));
    raise(known, family, 0);
    switch (verdictOfHeld(call, held, matrix)) {
      case "allowed":
        raise(known, family, level);
        break;
      case "filtered":
        raise(known, family, order.indexOf("readsPart"));
        break;
      case "unknown":
        if (isAllowedAtMost(call)) raise(possible, family, level);
        break;
      case "denied":
    }
  }
  return new Map(
    reachFamilies.flatMap((family) => {
      const level = known.get(family);
      if (level === undefined) return [];
      const isKnown = (possible.get(family) ?? 0) <= level;
      return [[family, isKnown ? (order[level] ?? "none") : "notKnown"] as const];
    }),
  );
}
