import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { presetsForServer } from "../../access/presets/presets-for-server.ts";
import type { Preset } from "../../catalog/presets/presets.ts";

/**
 * The presets that clients can be given together: those of which at least one of them can hold all
 * roles, since clients of `master` may administer realms that differ in what they have.
 */
export function offeredPresets(snapshots: readonly Snapshot[]): readonly Preset[] {
  const [first] = snapshots;
  if (first === undefined) return [];
  return presetsForServer(first).filter((preset) =>
    snapshots.some(({ roles }) => preset.roles.every((role) => roles.has(roleKey(role)))),
  );
}
