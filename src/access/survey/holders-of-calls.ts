import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { everything } from "../model/admin-powers.ts";
import { reducedRoles } from "../model/held-admin-roles.ts";
import { measuredRoleNames } from "../model/measured-role-names.ts";
import { type RoleKey, roleKey } from "../model/snapshot.ts";
import { verdictOfHeld } from "../model/verdict-of.ts";
import type { AccountRow } from "./account-rows.ts";
import { canSignIn } from "./account-state.ts";

/** What the roles of an account say of calls: whether they are enough for all of them. */
export type HoldsRoles = "yes" | "no" | "notKnown";

/**
 * Whether an account has roles for calls, by the roles in effect. Whether its calls are answered depends on
 * more: its scope, and whether it gets a token.
 *
 * @param offered the roles that the server has
 */
export function holdsRolesFor(
  calls: readonly MeasuredCall[],
  { userId, held, arePowersRead }: Pick<AccountRow, "userId" | "held" | "arePowersRead">,
  offered: Pick<ReadonlyMap<RoleKey, unknown>, "has">,
  matrix: MeasuredMatrix,
): HoldsRoles {
  if (userId === "") return "notKnown";
  const keys = new Set(held.map(roleKey));
  const names = new Set([
    ...measuredRoleNames(held, matrix),
    ...(keys.has(everything) ? ["realm-admin"] : []),
  ]);
  const reduced = new Set(
    held.filter((role) => reducedRoles(keys, offered).has(roleKey(role))).map(({ name }) => name),
  );
  const possible = new Set<string>();
  const verdicts = calls.map((call) => verdictOfHeld(call, { names, reduced, possible }, matrix));
  if (verdicts.every((verdict) => verdict === "allowed")) return "yes";
  const isOpen = verdicts.every((verdict) => verdict === "allowed" || verdict === "unknown");
  return arePowersRead && !isOpen ? "no" : "notKnown";
}

/** The service accounts of a realm by whether they have roles for calls. */
export interface Holders {
  /** Those that can get a token, or may be able to. */
  readonly holders: readonly AccountRow[];
  /** Those that have the roles and can't get a token now: disabled, left over or without a known client. */
  readonly dormant: readonly AccountRow[];
  /** How many of which it isn't known. */
  readonly notKnown: number;
}

/** Finds the service accounts that have roles for all of some calls. */
export function holdersOfCalls(
  calls: readonly MeasuredCall[],
  rows: readonly AccountRow[],
  offered: Pick<ReadonlyMap<RoleKey, unknown>, "has">,
  matrix: MeasuredMatrix,
): Holders {
  const said = rows.map((row) => ({ row, says: holdsRolesFor(calls, row, offered, matrix) }));
  const having = said.filter(({ says }) => says === "yes").map(({ row }) => row);
  const isActing = ({ state }: AccountRow) => state === undefined || canSignIn(state) === true;
  return {
    holders: having.filter(isActing),
    dormant: having.filter((row) => !isActing(row)),
    notKnown: said.filter(({ says }) => says === "notKnown").length,
  };
}
