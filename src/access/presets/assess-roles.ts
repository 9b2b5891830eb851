import type { Preset, RealmPreset, RoleReference } from "../../catalog/presets/presets.ts";
import type { ConsequenceId } from "../../catalog/roles/consequences.ts";
import { resolveStockRoles } from "../model/resolve-roles.ts";
import type { Risk } from "../model/risk.ts";
import { isAdminRole } from "../model/role-reference.ts";
import { type Access, type Role, type RoleKey, roleKey } from "../model/snapshot.ts";
import { offeredPresets } from "./offered-presets.ts";
import { type PresetState, presetStates } from "./preset-state.ts";
import { summaryOf } from "./preset-summary.ts";
import { worstOfHeld } from "./worst-of-held.ts";

/** The presets, other roles and risk of one service account. */
export interface Assessment {
  /** Presets with all roles assigned, without those included in another one. */
  readonly presets: readonly Preset[];
  /**
   * If roles are outside these presets: the preset with at least half of its roles and the fewest
   * missing.
   */
  readonly begun:
    | { readonly preset: Preset; readonly missing: number; readonly held: number }
    | undefined;
  /** Presets whose former roles the account has. */
  readonly outdated: readonly Preset[];
  /** Admin roles outside these presets. */
  readonly looseRoles: readonly RoleReference[];
  /** All effective admin roles. */
  readonly held: readonly RoleReference[];
  readonly risk: Risk | undefined;
  readonly consequences: ReadonlySet<ConsequenceId>;
  /** A number to compare: higher is more dangerous. */
  readonly danger: number;
  /** Whether only full administration gives all of the roles, and these aren't harmless. */
  readonly isWide: boolean;
}

const wholeRealm = "full-administration";

/**
 * The most complete preset that contains one of the other roles and has at least half of its roles
 * assigned.
 */
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
  return nearest;
}

/** What a service account has, as far as it was read. */
interface Held {
  /** Directly assigned roles. */
  readonly mapped: ReadonlySet<RoleKey>;
  /** Effective roles, including the content of composite roles. */
  readonly effective: ReadonlySet<RoleKey>;
  /** Which presets of the realm its client says that it got. */
  readonly markers?: ReadonlyMap<string, string>;
}

/** What a server has. */
interface Server {
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** The server's, such as `26.7.3`; without it, the risk on any version counts. */
  readonly version?: string | undefined;
  readonly ownPresets?: readonly RealmPreset[] | undefined;
}

/** Summarizes roles: presets, admin roles outside them, and the worst that they allow. */
export function assessRoles(
  { mapped, effective, markers }: Held,
  { roles, version, ownPresets = [] }: Server,
): Assessment {
  const access: Access = {
    client: {
      defaultClientScopes: new Set(),
      serviceAccountsEnabled: true,
      publicClient: false,
      markers,
    },
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
  const states = presetStates(access, [...ownPresets, ...offeredPresets(access)]);
  const { presets, looseRoles, effectiveRoles } = summaryOf(access, states);
  const held = effectiveRoles.map(({ role }) => role).filter(isAdminRole);
  const { risk, consequences, danger } = worstOfHeld(held, { roles, version });
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
