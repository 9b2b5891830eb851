import type { Preset, RoleReference } from "../catalog/presets.ts";
import { hasAllRoles, isIncludedIn, type PresetState } from "./preset-state.ts";
import { type Role, type RoleChange, type RoleKey, roleKey, type Snapshot } from "./snapshot.ts";

const rolesOf = (snapshot: Snapshot, references: readonly RoleReference[]): readonly Role[] =>
  references.flatMap((reference) => snapshot.roles.get(roleKey(reference)) ?? []);

/** What Apply does: maps the roles of the preset that are not in effect yet, and nothing else. */
export function planApply(preset: Preset, snapshot: Snapshot): RoleChange {
  const missing = preset.roles.filter((role) => !snapshot.effective.has(roleKey(role)));
  return { add: rolesOf(snapshot, missing), remove: [] };
}

/** What Remove takes and leaves. */
export interface Removal {
  readonly change: RoleChange;
  /** Mapped roles of the preset that stay, each with an applied preset that needs it. */
  readonly kept: readonly { readonly role: RoleReference; readonly neededBy: Preset }[];
  /** Roles of the preset held through a composite role, a group or a default role only. */
  readonly heldOtherwise: readonly RoleReference[];
  /** Other presets that would no longer be applied. */
  readonly alsoEnds: readonly Preset[];
}

/**
 * What Remove does: takes every directly mapped role of the preset but those that another applied
 * preset needs. A preset that comes with the removed one needs nothing: it ends with it, and the
 * person is told.
 */
export function planRemove(
  preset: Preset,
  snapshot: Snapshot,
  states: readonly PresetState[],
): Removal {
  const isMapped = (role: RoleReference) => snapshot.mapped.has(roleKey(role));
  const others = states.filter((state) => state.preset !== preset && hasAllRoles(state));
  const needing = others
    .map((state) => state.preset)
    .filter((other) => other.roles.every(isMapped) && !isIncludedIn(other, preset));
  const neededBy = (role: RoleReference) =>
    needing.find((other) => other.roles.some((needed) => roleKey(needed) === roleKey(role)));
  const mapped = preset.roles.filter(isMapped);
  const kept = mapped.flatMap((role) => {
    const other = neededBy(role);
    return other === undefined ? [] : [{ role, neededBy: other }];
  });
  const removed = mapped.filter((role) => neededBy(role) === undefined);
  return {
    change: { add: [], remove: rolesOf(snapshot, removed) },
    kept,
    heldOtherwise: preset.roles.filter(
      (role) => !isMapped(role) && snapshot.effective.has(roleKey(role)),
    ),
    alsoEnds: endedBy(removed, others, snapshot),
  };
}

function endedBy(
  removed: readonly RoleReference[],
  others: readonly PresetState[],
  snapshot: Snapshot,
): readonly Preset[] {
  const removedKeys = new Set(removed.map(roleKey));
  return others
    .map((state) => state.preset)
    .filter(({ roles }) =>
      roles.some((role) => removedKeys.has(roleKey(role)) && snapshot.mapped.has(roleKey(role))),
    );
}

/** Whether a change would do anything. */
export function isEmptyChange({ add, remove }: RoleChange): boolean {
  return add.length === 0 && remove.length === 0;
}

/**
 * The change that leads back: undoes exactly what a change did, told from what was mapped before
 * and after it, so that what was mapped already stays mapped.
 */
export function planUndo(
  change: RoleChange,
  before: ReadonlySet<RoleKey>,
  after: ReadonlySet<RoleKey>,
): RoleChange {
  return {
    add: change.remove.filter((role) => before.has(roleKey(role)) && !after.has(roleKey(role))),
    remove: change.add.filter((role) => !before.has(roleKey(role)) && after.has(roleKey(role))),
  };
}
