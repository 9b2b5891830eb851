import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { resolveStockRoles } from "../model/resolve-roles.ts";
import type { Risk } from "../model/risk.ts";
import { adminRolesIn, isAdminRole } from "../model/role-reference.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { type Access, roleKey } from "../model/snapshot.ts";
import type { PresetState, PresetStatus } from "./preset-state.ts";
import { worstOfHeld } from "./worst-of-held.ts";

/** A summary of a service account's roles. */
export interface Summary {
  /** Applied presets that are not part of another one. */
  readonly presets: readonly Preset[];
  /** Admin roles outside any applied preset, including realm roles of `master`. */
  readonly looseRoles: readonly RoleReference[];
  /** All effective admin roles, and other roles of these presets, with the directly assigned ones marked. */
  readonly effectiveRoles: readonly { readonly role: RoleReference; readonly isMapped: boolean }[];
  readonly risk: Risk | undefined;
}

const heldWhole: readonly PresetStatus["kind"][] = [
  "applied",
  "changed",
  "accountOff",
  "reduced",
  "outOfScope",
  "lacksClientScope",
  "scopeNotKnown",
];

/**
 * Whether all roles of a preset are assigned and no wider preset includes them, even if its calls
 * are denied.
 */
export function isHeldWhole({ kind }: PresetStatus): boolean {
  return heldWhole.includes(kind);
}

const byName = (a: RoleReference, b: RoleReference) => (a.name < b.name ? -1 : 1);

/** Summarizes a service account's roles: presets, other roles, and the worst that they allow. */
export function summaryOf(snapshot: Access, states: readonly PresetState[]): Summary {
  const applied = states.filter(({ status }) => isHeldWhole(status)).map(({ preset }) => preset);
  const covered = new Set(applied.flatMap((preset) => [...resolveStockRoles(preset.roles)]));
  const held = [...adminRolesIn(snapshot.effective)].sort(byName);
  const ofPresets = rolesGivenBy(applied).filter((role) => !isAdminRole(role));
  return {
    presets: applied,
    looseRoles: held.filter((role) => !covered.has(roleKey(role))),
    effectiveRoles: [...held, ...ofPresets].map((role) => ({
      role,
      isMapped: snapshot.mapped.has(roleKey(role)),
    })),
    risk: worstOfHeld(held, snapshot).risk,
  };
}
