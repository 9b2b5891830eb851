import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { includingRole, outermostRoles } from "../model/resolve-roles.ts";
import { adminRolesIn } from "../model/role-reference.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { roleKey, type Snapshot, toRoleReference } from "../model/snapshot.ts";
import { hasAllRoles, isIncludedIn, type PresetState } from "../presets/preset-state.ts";
import type { Plan } from "./plan.ts";
import { snapshotAfter } from "./snapshot-after.ts";

/** The access that a plan leaves, beside what its own presets give. */
export interface Staying {
  /** Admin roles that stay assigned. */
  readonly assigned: readonly RoleReference[];
  /** Admin roles that stay in effect through a group, a default role or a custom composite role. */
  readonly inherited: readonly RoleReference[];
  /** Presets that stay applied, without those that come with another one of them. */
  readonly presets: readonly Preset[];
  /** Admin roles that stay in the client's scope and are no longer held. */
  readonly inScope: readonly RoleReference[];
}

/**
 * Tells which access of a client a plan leaves as it is. A plan takes role mappings only: a scope mapping stays, since
 * tokens of people who sign in to this client may need it. What a group or a default role gives beside a role that is
 * taken isn't known here: see {@link snapshotAfter}.
 *
 * @returns undefined where what is held may not be seen
 */
export function whatStays(
  { change, goal }: Pick<Plan, "change" | "goal">,
  snapshot: Snapshot,
  states: readonly PresetState[],
): Staying | undefined {
  if (!snapshot.isReadable) return undefined;
  const after = snapshotAfter(snapshot, change);
  const given = new Set(goal.mode === "remove" ? [] : rolesGivenBy(goal.presets).map(roleKey));
  const others = adminRolesIn(after.effective).filter((role) => !given.has(roleKey(role)));
  const taken = change.remove.flatMap((grant) => (grant.place === "mapping" ? [grant.role] : []));
  const presets = states
    .filter((state) => hasAllRoles(state))
    .map(({ preset }) => preset)
    .filter(({ roles }) => roles.every((role) => after.effective.has(roleKey(role))))
    .filter((preset) => goal.mode === "remove" || !goal.presets.includes(preset));
  return {
    assigned: others.filter((role) => after.mapped.has(roleKey(role))),
    inherited: outermostRoles(
      others.filter(
        (role) => !after.mapped.has(roleKey(role)) && includingRole(role, after) === undefined,
      ),
    ),
    presets: presets.filter(
      (preset) =>
        ![...presets, ...(goal.mode === "remove" ? [] : goal.presets)].some((whole) =>
          isIncludedIn(preset, whole),
        ),
    ),
    inScope: taken
      .map(roleKey)
      .filter((key) => after.inScope?.has(key) === true && !after.effective.has(key))
      .map(toRoleReference),
  };
}

/** Whether no access stays. */
export function staysNothing({ assigned, inherited, presets, inScope }: Staying): boolean {
  return [assigned, inherited, presets, inScope].every(({ length }) => length === 0);
}
