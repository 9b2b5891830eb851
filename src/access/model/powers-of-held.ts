import { type ReachFamily, reachFamilies, reachFamilyOf } from "../../catalog/calls/reach.ts";
import { reachOfCall } from "../../catalog/calls/reach-of-call.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { HeldRoles } from "./held-admin-roles.ts";
import { verdictOf, verdictOfHeld } from "./verdict-of.ts";

/** What roles allow, by families of calls; a family stands in each list that it belongs to. */
export interface Powers {
  /** Families of which at least a quarter of the reading calls are allowed. */
  readonly reads: readonly ReachFamily[];
  /** Families of which less is allowed, or is answered with less than an administrator sees. */
  readonly readsPart: readonly ReachFamily[];
  /** Families of which a call is allowed whose whole answer has secrets. */
  readonly readsSecrets: readonly ReachFamily[];
  /** Families of which at least a quarter of the changing calls are allowed. */
  readonly changes: readonly ReachFamily[];
  readonly changesPart: readonly ReachFamily[];
  /** By calls of these the caller can end with more access than it was given. */
  readonly escalates: readonly ReachFamily[];
  /**
   * Whether every measured call is denied that changes something, reads secrets or escalates, also in families that
   * no list tells of.
   */
  readonly isReadOnly: boolean;
  /** Whether more may be allowed than is listed: the signed-in administrator may not see all roles. */
  readonly isMore: boolean;
}

/** How many calls of a family are allowed, of how many. */
interface Share {
  readonly all: number;
  readonly allowed: number;
  readonly filtered: number;
}

const none: Share = { all: 0, allowed: 0, filtered: 0 };

/**
 * What the roles of a client's tokens allow, as it was measured.
 *
 * @param version the server's, such as `26.7.3`; where it isn't known, what any version allows counts
 */
export function powersOfHeld(
  held: HeldRoles,
  matrix: Pick<MeasuredMatrix, "calls" | "includes">,
  version?: string,
): Powers {
  const shares = {
    read: new Map<ReachFamily | undefined, Share>(),
    change: new Map<ReachFamily | undefined, Share>(),
  };
  const found = { readsSecrets: new Set<unknown>(), canEscalate: new Set<unknown>() };
  const most = [...held.names, ...held.possible];
  let isReadOnly = true;
  let isMore = false;
  for (const call of matrix.calls) {
    const family = reachFamilyOf(call);
    const reach = reachOfCall(call, version);
    const verdict = verdictOfHeld(call, held, matrix);
    const kind = reach === "reads" || reach === "readsSecrets" ? "read" : "change";
    const { all, allowed, filtered } = shares[kind].get(family) ?? none;
    shares[kind].set(family, {
      all: all + 1,
      allowed: allowed + Number(verdict === "allowed"),
      filtered: filtered + Number(verdict === "filtered"),
    });
    if (verdict === "unknown") isMore ||= verdictOf(call, most, matrix) === "allowed";
    if (verdict !== "allowed" && verdict !== "filtered") continue;
    // What is left out of an answer are the clients that the caller may not view, and so their secrets.
    if (verdict === "filtered" && reach === "readsSecrets") continue;
    isReadOnly &&= reach === "reads";
    if (reach === "readsSecrets" || reach === "canEscalate") found[reach].add(family);
  }
  const withShare = (kind: "read" | "change", isIn: (share: Share) => boolean) =>
    reachFamilies.filter((family) => isIn(shares[kind].get(family) ?? none));
  return {
    reads: withShare("read", isMost),
    readsPart: withShare("read", isPart),
    readsSecrets: reachFamilies.filter((family) => found.readsSecrets.has(family)),
    changes: withShare("change", isMost),
    changesPart: withShare("change", isPart),
    escalates: reachFamilies.filter((family) => found.canEscalate.has(family)),
    isReadOnly: isReadOnly && !isMore,
    isMore,
  };
}

function isMost({ all, allowed }: Share): boolean {
  return allowed > 0 && allowed * 4 >= all;
}

function isPart(share: Share): boolean {
  return !isMost(share) && share.allowed + share.filtered > 0;
}
