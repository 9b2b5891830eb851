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

/** How far roles reach in each family that was measured, in the order in which these are shown. */
export type AccountReach = ReadonlyMap<ReachFamily, FamilyReach>;

/** How far roles can reach, where that is known, the least first. */
export const reachOrder = ["none", "readsPart", ...reaches] as const;

/** All of them, in the order in which people look for them: the most reach first, what isn't known before nothing. */
export const mostReachFirst: readonly FamilyReach[] = [
  ...[...reaches].reverse(),
  ...(["readsPart", "notKnown", "none"] as const),
];

/** The families that are reached, or may be, by how far; the most reach first. */
export function familiesByReach(
  reach: AccountReach,
): readonly { readonly kind: FamilyReach; readonly families: readonly ReachFamily[] }[] {
  return mostReachFirst.flatMap((kind) => {
    const families = [...reach].filter(([, it]) => it === kind).map(([family]) => family);
    return kind === "none" || families.length === 0 ? [] : [{ kind, families }];
  });
}

/** A call that tells of reach. */
interface CallWithReach {
  readonly call: MeasuredCall;
  readonly family: ReachFamily;
  readonly level: number;
}

type ByVersion = Map<string | undefined, readonly CallWithReach[]>;

/** What was found of a measurement's calls: it is the same for every set of roles. */
const found = new WeakMap<readonly MeasuredCall[], ByVersion>();

function callsWithReach(
  calls: readonly MeasuredCall[],
  version: string | undefined,
): readonly CallWithReach[] {
  const byVersion: ByVersion = found.get(calls) ?? new Map();
  found.set(calls, byVersion);
  const known = byVersion.get(version);
  if (known !== undefined) return known;
  const all = calls.flatMap((call): readonly CallWithReach[] => {
    const family = reachFamilyOf(call);
    const level = reachOrder.indexOf(reachOfCall(call, version));
    return family === undefined ? [] : [{ call, family, level }];
  });
  byVersion.set(version, all);
  return all;
}

/**
 * The families in which the roles in a client's tokens read secrets, whatever else they allow there.
 *
 * @param version as for {@link reachOfHeld}
 */
export function secretsReadBy(
  held: HeldRoles,
  matrix: Pick<MeasuredMatrix, "calls" | "includes">,
  version?: string,
): ReadonlySet<ReachFamily> {
  const level = reachOrder.indexOf("readsSecrets");
  return new Set(
    callsWithReach(matrix.calls, version)
      .filter((it) => it.level === level && verdictOfHeld(it.call, held, matrix) === "allowed")
      .map(({ family }) => family),
  );
}

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
): AccountReach {
  const known = new Map<ReachFamily, number>();
  const possible = new Map<ReachFamily, number>();
  const raise = (levels: Map<ReachFamily, number>, family: ReachFamily, level: number) =>
    levels.set(family, Math.max(levels.get(family) ?? 0, level));
  const most = [...held.names, ...held.possible];
  // Where the measurement itself left a call open, nothing points to it.
  const isAllowedAtMost = (call: MeasuredCall) => verdictOf(call, most, matrix) === "allowed";
  for (const { call, family, level } of callsWithReach(matrix.calls, version)) {
    raise(known, family, 0);
    switch (verdictOfHeld(call, held, matrix)) {
      case "allowed":
        raise(known, family, level);
        break;
      case "filtered":
        raise(known, family, reachOrder.indexOf("readsPart"));
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
      return [[family, isKnown ? (reachOrder[level] ?? "none") : "notKnown"] as const];
    }),
  );
}
