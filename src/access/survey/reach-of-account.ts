import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { HeldRoles } from "../model/held-admin-roles.ts";
import { type AccountReach, reachOfHeld } from "../model/reach-of-held.ts";
import type { AccountRow } from "./account-rows.ts";

/** Tells how far a service account reaches; undefined as long as what it holds is being read. */
export type ReachOf = (
  row: Pick<AccountRow, "arePowersRead" | "inTokens">,
) => AccountReach | undefined;

/** How far accounts reach, and what says so. */
export interface MeasuredReach {
  readonly reachOf: ReachOf;
  /** The version of Keycloak that was measured. */
  readonly measuredOn: string;
}

/** The same for equal roles. */
const keyOf = ({ names, reduced, possible }: HeldRoles) =>
  JSON.stringify([names, reduced, possible].map((roles) => [...roles].sort()));

/**
 * Makes the function that tells how far service accounts reach with the roles that their tokens carry, each set of
 * roles only once: of thousands of accounts many hold the same.
 *
 * @param version the server's, such as `26.7.3`; where it isn't known, what any version allows counts
 */
export function createReachOf(matrix: MeasuredMatrix, version?: string): ReachOf {
  const known = new Map<string, AccountReach>();
  return ({ arePowersRead, inTokens }) => {
    if (!arePowersRead) return undefined;
    const key = keyOf(inTokens);
    const reach = known.get(key) ?? reachOfHeld(inTokens, matrix, version);
    known.set(key, reach);
    return reach;
  };
}
