import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import type { ConsequenceId } from "../../catalog/roles/consequences.ts";
import { resolveStockRoles } from "../model/resolve-roles.ts";
import type { Risk } from "../model/risk.ts";
import { type Access, type Role, type RoleKey, roleKey } from "../model/snapshot.ts";
import { type PresetState, presetStates } from "./preset-state.ts";
import { summaryOf } from "./preset-summary.ts";
import { worstOfHeld } from "./worst-of-held.ts";

/** What admin roles amount to, for one service account. */
export interface Assessment {
  /** Presets of which all roles are held, those that are part of another one left out. */
  readonly presets: readonly Preset[];
  /** Where roles are held of no such preset: one that is held at least by half, and lacks the fewest. */
  readonly begun: { readonly preset: Preset; readonly missing: number } | undefined;
  /** Presets that are held as they were before a release changed them. */
  readonly outdated: readonly Preset[];
  /** Held admin roles that none of these presets comes with. */
  readonly looseRoles: readonly RoleReference[];
  /** All admin roles in effect. */
  readonly held: readonly RoleReference[];
  readonly risk: Risk | undefined;
  readonly consequences: ReadonlySet<ConsequenceId>;
  /** A number to compare: the more dangerous the higher. */
  readonly danger: number;
  /** Whether no single preset but full administration gives all that is held, and that is not harmless. */
  readonly isWide: boolean;
}

const wholeRealm = "full-administration";

/** The preset that is nearest to being whole, of those that a loose role belongs to and that are half there. */
function begunPreset(
  states: readonly PresetState[],
  loose: ReadonlySet<RoleKey>,
): Assessment["begun"] {
  const begun = states.flatMap(({ preset, status, roles }) =>
    status.kind === "missing" &&
    status.held >= status.count &&
    roles.some((role) => loose.has(roleKey(role)))
      ? [{ preset, missing: status.count, held: status.held }]
      : [],
  );
  const [nearest] = begun.sort((a, b) => a.missing - b.missing || b.held - a.held);
  return nearest === undefined ? undefined : { preset: nearest.preset, missing: nearest.missing };
}

/**
 * Tells what admin roles amount to: presets, roles beside them, and the worst that they allow.
 *
 * @param roles the roles that the server has
 * @param mapped roles that are mapped directly
 * @param effective roles in effect, those that composite ones include among them
 */
export function assessRoles(
  roles: ReadonlyMap<RoleKey, Role>,
  mapped: ReadonlySet<RoleKey>,
  effective: ReadonlySet<RoleKey>,
): Assessment {
  const access: Access = {
    client: { defaultClientScopes: new Set(), serviceAccountsEnabled: true, publicClient: false },
    roles,
    mapped,
    effective,
    grantable: new Set(roles.keys()),
    inScope: undefined,
    unseenScope: new Set(),
    adminClientScope: undefined,
    isReadable: true,
    contents: new Map(),
  };
  const states = presetStates(access);
  const { presets, looseRoles, effectiveRoles } = summaryOf(access, states);
  const held = effectiveRoles.map(({ role }) => role);
  const { risk, consequences, danger } = worstOfHeld(held, { roles });
  const covers = (preset: Preset) => {
    const given = resolveStockRoles(preset.roles);
    return held.every((role) => given.has(roleKey(role)));
  };
  return {
    presets,
    begun: begunPreset(states, new Set(looseRoles.map(roleKey))),
    outdated: states.filter(({ upgrade }) => upgrade !== undefined).map(({ preset }) => preset),
    looseRoles,
    held,
    risk,
    consequences,
    danger,
    isWide:
      risk !== undefined &&
      risk.level !== "low" &&
      !consequences.has("isRealmAdmin") &&
      !states.some(({ preset }) => preset.id !== wholeRealm && covers(preset)),
  };
}
