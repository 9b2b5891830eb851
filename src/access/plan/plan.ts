import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import type { EndChange } from "../ends/end-change.ts";
import type { Change, Setting } from "../model/grant.ts";
import type { Extra } from "../model/role-content.ts";
import type { RoleState } from "../presets/preset-state.ts";
import { keptIn } from "./kept-in.ts";

/**
 * What presets are chosen for: `add` gives what is missing of them, `exact` takes all other admin
 * roles as well, `remove` takes what is theirs.
 */
export type Mode = "add" | "exact" | "remove";

/** The modes, in the order in which they are offered. */
export const modes = ["add", "exact", "remove"] as const satisfies readonly Mode[];

/** What a person wants: presets, and what is to be done with them. */
export interface Goal {
  readonly mode: Mode;
  readonly presets: readonly Preset[];
  /** Whether service accounts are enabled also where no preset is chosen. */
  readonly enablesAccount?: boolean | undefined;
}

/** A role that the plan leaves as it is, and why. */
export type Untouched =
  | {
      readonly role: RoleReference;
      readonly why:
        | Exclude<RoleState, "missing">
        | "heldOtherwise"
        | "scopeNotKnown"
        /** It was to be unassigned, and the signed-in administrator may not do that. */
        | "notRemovable"
        /** The built-in policy forbids it this client. */
        | "notAllowed";
    }
  | { readonly role: RoleReference; readonly why: "neededBy"; readonly preset: Preset };

/** Exactly what would happen, and what would not. */
export interface Plan {
  readonly goal: Goal;
  readonly change: Change;
  readonly untouched: readonly Untouched[];
  /** What the calls need and this administrator may not change: they stay denied. */
  readonly blocked: readonly Setting[];
  /** Other presets that would no longer be applied. */
  readonly alsoEnds: readonly Preset[];
  /** Roles that hold more on this server than Keycloak ships them with. */
  readonly extras: readonly Extra[];
  /**
   * Admin roles that the account still holds and that are in force again once service accounts are enabled.
   */
  readonly returning: readonly RoleReference[];
  /** When which roles end, where that changes. */
  readonly ends?: EndChange | undefined;
}

/** A plan for no preset that changes nothing: what settings alone are changed with. */
export const emptyPlan: Plan = {
  goal: { mode: "add", presets: [] },
  change: { add: [], remove: [] },
  untouched: [],
  blocked: [],
  alsoEnds: [],
  extras: [],
  returning: [],
};

/**
 * Whether a plan does all that it is for: no role of its presets is refused, forbidden or not on this server, and where
 * it takes the place of all else, nothing of that has to stay.
 */
export function isWhole(plan: Plan): boolean {
  return (
    refusedRoles(plan).length === 0 &&
    !plan.blocked.some(({ place }) => place === "account") &&
    !(plan.goal.mode === "exact" && keptIn(plan).length > 0)
  );
}

/** Roles of the plan's presets that may not be granted, or that are not on this server. */
export function refusedRoles({ untouched }: Plan): readonly RoleReference[] {
  return untouched
    .filter(({ why }) => ["notGrantable", "notAllowed", "notOnServer"].includes(why))
    .map(({ role }) => role);
}
