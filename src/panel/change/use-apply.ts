import { useEffect, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import { needsConfirmation } from "../../access/plan/needs-confirmation.ts";
import type { Goal } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { isApplicable } from "../../access/presets/preset-state.ts";
import type { RoleContents } from "../client/use-role-contents.ts";
import type { Changes } from "./use-changes.ts";

interface Situation {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly changes: Changes;
  readonly isDialogOpen: boolean;
  /** What the presets' roles hold on this server, which decides whether a plan is shown first. */
  readonly contents: RoleContents;
}

interface Applying {
  /** Ids of the presets whose Apply was pressed meanwhile. */
  readonly waiting: readonly string[];
  readonly apply: (state: PresetState) => void;
  /** Reads what is to be known before a preset is applied, once a person is about to do that. */
  readonly prepare: (state: PresetState) => void;
}

/**
 * What Apply does: it carries a plan out, or opens the one that needs a look. Pressed while a change
 * runs, or before it is known what its roles hold, it waits, and is planned by what the service account holds then; where that change fails,
 * nothing more is begun.
 */
export function useApply(
  { snapshot, states, changes, isDialogOpen, contents }: Situation,
  openPlan: (goal: Goal) => void,
): Applying {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const begin = ({ preset }: PresetState) => {
    const goal: Goal = { mode: "add", presets: [preset] };
    const planned = makePlan(goal, snapshot, states);
    const thrown = contents.whyUnsent(preset.roles);
    if (thrown !== undefined) {
      changes.tellUnsent(planned, thrown);
      contents.forgetUnsent(preset.roles);
    } else if (needsConfirmation(planned) || changes.hasEnds) openPlan(goal);
    else changes.carryOut(planned);
  };
  useEffect(() => {
    const [next, ...rest] = waiting;
    if (next === undefined || isDialogOpen || changes.isTaken()) return;
    const waited = states.find(({ preset }) => preset.id === next);
    if (waited !== undefined && !contents.areRead(waited.preset.roles)) return;
    setWaiting(changes.failed === undefined ? rest : []);
    if (changes.failed !== undefined || waited === undefined) return;
    if (isApplicable(waited.status)) begin(waited);
  });
  return {
    waiting,
    apply: (state) => {
      // The second click of two comes before the dialog that the first one opens.
      if (isDialogOpen) return;
      const { id } = state.preset;
      if (!contents.areRead(state.preset.roles)) contents.read(state.preset.roles);
      // In the order of the clicks, also where one waits for what its roles hold and the next needn't.
      const isNext = waiting.length === 0 && !changes.isTaken();
      if (isNext && contents.areRead(state.preset.roles)) begin(state);
      else if (id !== changes.running && !waiting.includes(id)) {
        // What waits only for what its roles hold waits for no change, and no failed one stops it.
        if (!changes.isTaken()) changes.forgetFailed();
        setWaiting([...waiting, id]);
      }
    },
    prepare: ({ preset }) => contents.read(preset.roles),
  };
}
