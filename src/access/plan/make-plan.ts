import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { missingClientScopeGrant } from "../model/client-scope-move.ts";
import { accountGrant, type Change, type Grant, hasGrant, type Setting } from "../model/grant.ts";
import { extrasOf, resolveOnServer } from "../model/role-content.ts";
import { adminRolesIn, isAdminRole } from "../model/role-reference.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { isInScope } from "../model/scope.ts";
import { type Role, roleKey, type Snapshot } from "../model/snapshot.ts";
import { deniedState } from "../policy/built-in.ts";
import {
  hasAllRoles,
  isIncludedIn,
  type PresetState,
  stateOfRole,
} from "../presets/preset-state.ts";
import { presetsBeside } from "../presets/presets-beside.ts";
import type { Goal, Plan, Untouched } from "./plan.ts";
import { snapshotAfter } from "./snapshot-after.ts";

/** The roles as the server has them. */
function onServer(roles: readonly RoleReference[], snapshot: Snapshot): readonly Role[] {
  return roles.flatMap((role) => snapshot.roles.get(roleKey(role)) ?? []);
}

/** Whether a mapped role stays, since the administrator may not unassign it. */
const isKept = (role: RoleReference, { kept }: Snapshot) => kept?.has(roleKey(role)) === true;

const byName = (a: RoleReference, b: RoleReference) => (a.name < b.name ? -1 : 1);

/** Plans what takes a service account from what it holds to the goal; the server is not asked. */
export function makePlan(goal: Goal, snapshot: Snapshot, states: readonly PresetState[]): Plan {
  const planned = planChange(goal, snapshot, states);
  const given = planned.change.add.flatMap((grant) => ("role" in grant ? [grant.role] : []));
  return {
    goal,
    ...planned,
    extras: extrasOf(
      [...new Map(given.map((role) => [roleKey(role), role])).values()],
      snapshot.contents,
    ),
    returning: returningRoles(planned.change, snapshot),
  };
}

function planChange(
  goal: Goal,
  snapshot: Snapshot,
  states: readonly PresetState[],
): Omit<Plan, "goal" | "extras" | "returning"> {
  switch (goal.mode) {
    case "add":
      return planUpdate(goal, snapshot, states);
    case "exact":
      return planExactness(goal, snapshot, states);
    case "remove":
      return { ...planRemoval(goal.presets, snapshot, states), blocked: [] };
  }
}

/** What the account still holds that enabling service accounts puts in force again. */
function returningRoles(change: Change, snapshot: Snapshot): readonly RoleReference[] {
  if (!change.add.some(({ place }) => place === "account")) return [];
  const remove = change.remove.filter(({ place }) => place === "mapping");
  const { effective } = snapshotAfter(snapshot, { add: [], remove });
  return [...adminRolesIn(effective)].sort(byName);
}

/**
 * Plans what is missing of presets, and what is to go of a preset of the realm that lost roles since the client got it,
 * unless another applied preset needs it.
 */
function planUpdate(
  goal: Goal,
  snapshot: Snapshot,
  states: readonly PresetState[],
): Omit<Plan, "goal" | "extras" | "returning"> {
  const addition = planAddition(goal, snapshot);
  const wanted = new Set(rolesGivenBy(goal.presets).map(roleKey));
  const left = states
    .filter(({ preset }) => preset.custom && goal.presets.some(({ id }) => id === preset.id))
    .flatMap(({ upgrade }) => upgrade?.left ?? [])
    .filter((role) => !wanted.has(roleKey(role)));
  if (left.length === 0) return { ...addition, alsoEnds: [] };
  const remove = onServer(left, snapshot)
    .filter((role) => !isKept(role, snapshot))
    .map((role): Grant => ({ place: "mapping", role }));
  const change = { ...addition.change, remove };
  return { ...addition, change, alsoEnds: endedBy(change, states, goal.presets, snapshot) };
}

/**
 * Plans what is missing for the calls of the presets: the account, role mappings that are not in
 * effect, scope mappings where *Full scope allowed* is off, and the client scope of the Admin API where
 * the realm has one. A scope mapping that the signed-in administrator may not see isn't planned: who may not see it
 * may not make it either.
 *
 * @see [Role scope mappings](https://www.keycloak.org/docs/latest/server_admin/#_role_scope_mappings)
 */
function planAddition(
  { presets, enablesAccount = false }: Pick<Goal, "presets" | "enablesAccount">,
  snapshot: Snapshot,
): Pick<Plan, "change" | "untouched" | "blocked"> {
  const wanted = rolesGivenBy(presets);
  const states = wanted.map((role) => ({
    role,
    state: deniedState(role, snapshot) ?? stateOfRole(role, snapshot),
  }));
  const missing = states.filter(({ state }) => state === "missing").map(({ role }) => role);
  const mappings = onServer(missing, snapshot).map((role): Grant => ({ place: "mapping", role }));
  const lacks = (grant: Grant) =>
    (presets.length > 0 || enablesAccount) && !hasGrant(snapshot, grant);
  const account = [accountGrant(snapshot)].filter(lacks);
  const settings = [
    ...onServer(wanted, snapshot)
      .filter((role) => isInScope(snapshot, role) === false)
      .map((role): Setting => ({ place: "scope", role })),
    ...[missingClientScopeGrant(snapshot)].filter((grant) => grant !== undefined),
  ].filter(lacks);
  const { isManageable } = snapshot.client;
  return {
    // In the order of the steps, so that a report reads like its plan.
    change: {
      add: isManageable ? [...account, ...mappings, ...settings] : mappings,
      remove: [],
    },
    untouched: [
      ...states.flatMap(({ role, state }): readonly Untouched[] =>
        state === "missing" ? [] : [{ role, why: state }],
      ),
      ...onServer(wanted, snapshot)
        .filter((role) => isInScope(snapshot, role) === undefined)
        .map((role): Untouched => ({ role, why: "scopeNotKnown" })),
    ],
    blocked: isManageable ? [] : [...account, ...settings],
  };
}

/**
 * Plans that of all admin roles, and all roles of presets of this realm, the account has those of the presets and no
 * others. What it holds
 * through a group, a default role or a composite of another place can't be taken here, and is told.
 */
function planExactness(
  { presets, enablesAccount }: Goal,
  snapshot: Snapshot,
  states: readonly PresetState[],
): Omit<Plan, "goal" | "extras" | "returning"> {
  const wanted = rolesGivenBy(presets);
  const wantedKeys = new Set(wanted.map(roleKey));
  // Roles of other containers count where a preset that the account holds brought them.
  const ofCustom = new Set(
    rolesGivenBy(
      states
        .filter((state) => state.preset.custom !== undefined && hasAllRoles(state))
        .map(({ preset }) => preset),
    ).map(roleKey),
  );
  const held = [...snapshot.roles.values()].filter(
    (role) =>
      (isAdminRole(role) || ofCustom.has(roleKey(role))) && snapshot.effective.has(roleKey(role)),
  );
  const mapped = held.filter((role) => snapshot.mapped.has(roleKey(role)));
  const unwanted = mapped.filter((role) => !wantedKeys.has(roleKey(role))).sort(byName);
  const remove = unwanted
    .filter((role) => !isKept(role, snapshot))
    .map((role): Grant => ({ place: "mapping", role }));
  // What is wanted and only included in what is taken has to be mapped itself.
  const addition = planAddition(
    { presets, enablesAccount },
    snapshotAfter(snapshot, { add: [], remove }),
  );
  const explained = resolveOnServer([...mapped, ...wanted], snapshot.contents);
  const heldOtherwise = held.filter((role) => !explained.has(roleKey(role)));
  const change = { add: addition.change.add, remove };
  return {
    ...addition,
    change,
    untouched: [
      ...addition.untouched,
      ...unwanted
        .filter((role) => isKept(role, snapshot))
        .map((role): Untouched => ({ role, why: "notRemovable" })),
      ...heldOtherwise.map((role): Untouched => ({ role, why: "heldOtherwise" })),
    ],
    alsoEnds: endedBy(change, states, presets, snapshot),
  };
}

/**
 * Plans what Remove takes: every directly mapped role of the presets but those that another applied
 * preset needs. A preset that comes with a removed one needs nothing: it ends with it, and the person
 * is told. Scope mappings stay, since people's tokens of this client may need them.
 */
function planRemoval(
  presets: readonly Preset[],
  snapshot: Snapshot,
  states: readonly PresetState[],
): Pick<Plan, "change" | "untouched" | "alsoEnds"> {
  const isMapped = (role: RoleReference) => snapshot.mapped.has(roleKey(role));
  const needing = presetsBeside(presets, snapshot, states);
  const neededBy = (role: RoleReference) =>
    needing.find((other) => other.roles.some((needed) => roleKey(needed) === roleKey(role)));
  const roles = rolesGivenBy(presets);
  const unneeded = roles.filter((role) => isMapped(role) && neededBy(role) === undefined);
  const removed = unneeded.filter((role) => !isKept(role, snapshot));
  const change: Change = {
    add: [],
    remove: onServer(removed, snapshot).map((role) => ({ place: "mapping", role })),
  };
  return {
    change,
    untouched: roles.flatMap((role): readonly Untouched[] => {
      const preset = neededBy(role);
      if (!isMapped(role)) {
        return snapshot.effective.has(roleKey(role)) ? [{ role, why: "heldOtherwise" }] : [];
      }
      if (preset !== undefined) return [{ role, why: "neededBy", preset }];
      return isKept(role, snapshot) ? [{ role, why: "notRemovable" }] : [];
    }),
    alsoEnds: endedBy(change, states, presets, snapshot),
  };
}

/**
 * The presets, other than those that the plan is about, that are held whole before a change and not
 * after it, also where a role of theirs was only included in one that is taken. What comes with another
 * one, and has no taken role itself, ends with that and is not named.
 */
function endedBy(
  change: Change,
  states: readonly PresetState[],
  presets: readonly Preset[],
  snapshot: Snapshot,
): readonly Preset[] {
  const { effective } = snapshotAfter(snapshot, change);
  const ended = states
    .filter((state) => !presets.includes(state.preset) && hasAllRoles(state))
    .map(({ preset }) => preset)
    .filter(({ roles }) => roles.some((role) => !effective.has(roleKey(role))));
  const taken = new Set(change.remove.flatMap((it) => ("role" in it ? [roleKey(it.role)] : [])));
  return ended.filter(
    (preset) =>
      preset.roles.some((role) => taken.has(roleKey(role))) ||
      ![...presets, ...ended].some((whole) => isIncludedIn(preset, whole)),
  );
}
