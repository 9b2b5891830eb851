import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { closeOver } from "../model/close-over.ts";
import type { Grant } from "../model/grant.ts";
import { isAdminRole } from "../model/is-admin-role.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";
import type { PresetState } from "../presets/preset-state.ts";
import type { Plan, Untouched } from "./make-plan.ts";
import { planAddition } from "./plan-addition.ts";
import { endedBy } from "./plan-removal.ts";
import { projectChange } from "./project-change.ts";

const byName = (a: RoleReference, b: RoleReference) => (a.name < b.name ? -1 : 1);

/**
 * Plans that of all admin roles the account has those of the presets and no others. What it holds
 * through a group, a default role or a composite of another place can't be taken here, and is told.
 */
export function planExactness(
  presets: readonly Preset[],
  snapshot: Snapshot,
  states: readonly PresetState[],
): Omit<Plan, "goal"> {
  const wanted = rolesGivenBy(presets);
  const wantedKeys = new Set(wanted.map(roleKey));
  const held = [...snapshot.roles.values()].filter(
    (role) => isAdminRole(role) && snapshot.effective.has(roleKey(role)),
  );
  const mapped = held.filter((role) => snapshot.mapped.has(roleKey(role)));
  const remove = mapped
    .filter((role) => !wantedKeys.has(roleKey(role)))
    .sort(byName)
    .map((role): Grant => ({ place: "mapping", role }));
  // What is wanted and only included in what is taken has to be mapped itself.
  const addition = planAddition(presets, projectChange(snapshot, { add: [], remove }));
  const explained = closeOver([...mapped, ...wanted]);
  const heldOtherwise = held.filter((role) => !explained.has(roleKey(role)));
  const change = { add: addition.change.add, remove };
  return {
    ...addition,
    change,
    untouched: [
      ...addition.untouched,
      ...heldOtherwise.map((role): Untouched => ({ role, why: "heldOtherwise" })),
    ],
    alsoEnds: endedBy(change, states, presets, snapshot),
  };
}
