import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { isServiceAccountOn } from "../model/account.ts";
import { missingClientScope } from "../model/client-scope-move.ts";
import { reducedRoles } from "../model/held-admin-roles.ts";
import { giveAllOf, resolveStockRoles } from "../model/resolve-roles.ts";
import { isInScope } from "../model/scope.ts";
import { type Access, type ClientScope, roleKey } from "../model/snapshot.ts";
import { deniedStatus } from "../policy/built-in.ts";
import type { Denial } from "../policy/judge-roles.ts";
import { offeredPresets } from "./offered-presets.ts";
import { type Upgrade, upgradeOf } from "./upgrade-of.ts";

/** The state of a preset's role: how it is assigned, or why it isn't. */
export type RoleState =
  | "mapped"
  | "included"
  | "missing"
  | "notGrantable"
  | "notOnServer"
  /** The signed-in administrator can't see the account's roles. */
  | "unknown";

/** A role of a preset with its state. */
export interface PresetRole extends RoleReference {
  readonly state: RoleState;
}

/** The status of a preset for one service account. */
export type PresetStatus =
  | { readonly kind: "applied" }
  | { readonly kind: "unknown" }
  /** A preset of the realm that lost roles, which the client got with an earlier revision and still has. */
  | { readonly kind: "changed" }
  /** Its roles belong to an account that the client's settings prevent it from using. */
  | { readonly kind: "accountOff" }
  /** Some of its composite roles include less on this server than in stock Keycloak. */
  | { readonly kind: "reduced"; readonly roles: readonly RoleReference[] }
  | { readonly kind: "outOfScope"; readonly roles: readonly RoleReference[] }
  | { readonly kind: "lacksClientScope"; readonly clientScope: ClientScope }
  /** The signed-in administrator can't see whether these roles are in the client's scope. */
  | { readonly kind: "scopeNotKnown"; readonly roles: readonly RoleReference[] }
  | { readonly kind: "includedIn"; readonly preset: Preset }
  | { readonly kind: "missing"; readonly count: number; readonly held: number }
  | { readonly kind: "notGrantable"; readonly roles: readonly RoleReference[] }
  /** The built-in policy forbids it for this client. */
  | { readonly kind: "notAllowed"; readonly denial: Denial }
  | { readonly kind: "unavailable"; readonly roles: readonly RoleReference[] };

/** A preset with its status and the states of its roles. */
export interface PresetState {
  readonly preset: Preset;
  readonly roles: readonly PresetRole[];
  readonly status: PresetStatus;
  /** Set if a release changed the preset and the account has its former roles. */
  readonly upgrade?: Upgrade;
}

/** The state of a role for a service account. */
export function stateOfRole(role: RoleReference, snapshot: Access): RoleState {
  const key = roleKey(role);
  if (!snapshot.roles.has(key)) {
    return snapshot.custom?.unseen.has(role.container) ? "unknown" : "notOnServer";
  }
  if (!snapshot.isReadable) return "unknown";
  if (snapshot.mapped.has(key)) return "mapped";
  if (snapshot.effective.has(key)) return "included";
  return snapshot.grantable.has(key) ? "missing" : "notGrantable";
}

const isHeld = ({ state }: PresetRole) => state === "mapped" || state === "included";

/**
 * Whether another preset includes this one: its roles give everything that this preset's roles
 * give, and more.
 */
export function isIncludedIn(part: Preset, whole: Preset): boolean {
  return giveAllOf(whole.roles, part.roles) && !giveAllOf(part.roles, whole.roles);
}

function statusOf(
  preset: Preset,
  roles: readonly PresetRole[],
  snapshot: Access,
  held: readonly Preset[],
): PresetStatus {
  const unavailable = roles.filter(({ state }) => state === "notOnServer");
  if (unavailable.length > 0) return { kind: "unavailable", roles: unavailable };
  if (roles.some(({ state }) => state === "unknown")) return { kind: "unknown" };
  const lacking = roles.filter((role) => !isHeld(role));
  if (lacking.length > 0) {
    const refused = roles.filter(({ state }) => state === "notGrantable");
    if (refused.length > 0) return { kind: "notGrantable", roles: refused };
    return { kind: "missing", count: lacking.length, held: roles.length - lacking.length };
  }
  if (!isServiceAccountOn(snapshot.client)) return { kind: "accountOff" };
  const filtered = roles.filter((role) => isInScope(snapshot, role) === false);
  if (filtered.length > 0) return { kind: "outOfScope", roles: filtered };
  const clientScope = missingClientScope(snapshot);
  if (clientScope !== undefined) return { kind: "lacksClientScope", clientScope };
  const unseen = roles.filter((role) => isInScope(snapshot, role) === undefined);
  if (unseen.length > 0) return { kind: "scopeNotKnown", roles: unseen };
  const hollow = reducedRoles(snapshot.effective, snapshot.roles);
  const reduced = roles.filter((role) => hollow.has(roleKey(role)));
  if (reduced.length > 0) return { kind: "reduced", roles: reduced };
  const whole = held.find((other) => isIncludedIn(preset, other));
  return whole === undefined ? { kind: "applied" } : { kind: "includedIn", preset: whole };
}

/**
 * The state of each preset for one service account.
 *
 * A preset whose roles are assigned is still not *applied* if the client's scope filters one of
 * them out of its tokens, or if the client lacks the client scope that the Admin API requires: the
 * calls stay denied.
 *
 * @see [Role scope mappings](https://www.keycloak.org/docs/latest/server_admin/#_role_scope_mappings)
 */
export function presetStates(
  snapshot: Access,
  presets: readonly Preset[] = offeredPresets(snapshot),
): readonly PresetState[] {
  const withRoles = presets.map((preset) => ({
    preset,
    roles: preset.roles.map((role) => ({ ...role, state: stateOfRole(role, snapshot) })),
  }));
  const held = withRoles.filter(hasAllRoles).map(({ preset }) => preset);
  const widestFirst = [...held].sort(
    (a, b) => resolveStockRoles(b.roles).size - resolveStockRoles(a.roles).size,
  );
  return withRoles.map(({ preset, roles }) => {
    const upgrade = upgradeOf(preset, snapshot, held);
    const status = statusOf(preset, roles, snapshot, widestFirst);
    const denied = deniedStatus(preset, snapshot, () => isApplicable(status));
    // Whether applying a preset of the realm again would take something. Curated ones only tell of it.
    const isChanged = status.kind === "applied" && preset.custom && upgrade?.left.length;
    return {
      preset,
      roles,
      status: denied ?? (isChanged ? changed : status),
      ...(upgrade === undefined ? {} : { upgrade }),
    };
  });
}

const changed: PresetStatus = { kind: "changed" };

/** Whether all roles of the preset are assigned, regardless of the client's scope. */
export function hasAllRoles({ roles }: Pick<PresetState, "roles">): boolean {
  return roles.every(isHeld);
}

const applicable: readonly PresetStatus["kind"][] = [
  "missing",
  "changed",
  "accountOff",
  "outOfScope",
  "lacksClientScope",
];

/** Whether applying a preset would change something. */
export function isApplicable({ kind }: PresetStatus): boolean {
  return applicable.includes(kind);
}
