import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import type { Change } from "../model/grant.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";
import { hasAllRoles, isIncludedIn, type PresetState } from "../presets/preset-state.ts";
import type { Plan, Untouched } from "./make-plan.ts";
import { onServer } from "./plan-addition.ts";
import { projectChange } from "./project-change.ts";

/**
 * Plans what Remove takes: every directly mapped role of the presets but those that another applied
 * preset needs. A preset that comes with a removed one needs nothing: it ends with it, and the person
 * is told. Scope mappings stay, since people's tokens of this client may need them.
 */
export function planRemoval(
  presets: readonly Preset[],
  snapshot: Snapshot,
  states: readonly PresetState[],
): Pick<Plan, "change" | "untouched" | "alsoEnds"> {
  const isMapped = (role: RoleReference) => snapshot.mapped.has(roleKey(role));
  const needing = states
    .filter((state) => !presets.includes(state.preset) && hasAllRoles(state))
    .map(({ preset }) => preset)
    .filter((other) => other.roles.every(isMapped))
    .filter((other) => !presets.some((preset) => isIncludedIn(other, preset)));
  const neededBy = (role: RoleReference) =>
    needing.find((other) => other.roles.some((needed) => roleKey(needed) === roleKey(role)));
  const roles = rolesGivenBy(presets);
  const removed = roles.filter((role) => isMapped(role) && neededBy(role) === undefined);
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
      return preset === undefined ? [] : [{ role, why: "neededBy", preset }];
    }),
    alsoEnds: endedBy(change, states, presets, snapshot),
  };
}

/**
 * The presets, other than those that the plan is about, that are held whole before a change and not
 * after it, also where a role of theirs was only included in one that is taken. What comes with another
 * one, and has no taken role itself, ends with that and is not named.
 */
export function endedBy(
  change: Change,
  states: readonly PresetState[],
  presets: readonly Preset[],
  snapshot: Snapshot,
): readonly Preset[] {
  const { effective } = projectChange(snapshot, change);
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
