import type { Snapshot } from "../../../access/model/snapshot.ts";
import { stateOfRole } from "../../../access/presets/preset-state.ts";
import type { Preset, RoleReference } from "../../../catalog/presets/presets.ts";
import { nameRole } from "../../context/name-role.ts";

/** What presets are chosen from, and which are chosen. */
export interface ChoiceProps {
  /** The presets that the client can be given. */
  readonly presets: readonly Preset[];
  /** The client as it is right after it was made. */
  readonly snapshot: Snapshot;
  readonly chosen: readonly Preset[];
  readonly onChoose: (presets: readonly Preset[]) => void;
}

/** Roles of presets that the signed-in administrator can't grant. */
export function refusedOf(
  presets: readonly Preset[],
  snapshot: Snapshot,
): readonly RoleReference[] {
  const roles = presets.flatMap((preset) => preset.roles);
  const refused = roles.filter((role) => stateOfRole(role, snapshot) === "notGrantable");
  const names = refused.map(nameRole);
  return refused.filter(({ name }, place) => names.indexOf(name) === place);
}

/** Whether exactly these presets are chosen. */
export function isChoice(presets: readonly Preset[], chosen: readonly Preset[]): boolean {
  return (
    presets.length > 0 &&
    presets.length === chosen.length &&
    presets.every(({ id }) => chosen.some((other) => other.id === id))
  );
}
