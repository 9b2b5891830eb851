import { useEffect, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import { needsConfirmation } from "../../access/plan/needs-confirmation.ts";
import type { Goal } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { isApplicable } from "../../access/presets/preset-state.ts";
import type { Changes } from "./use-changes.ts";

interface Situation {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly changes: Changes;
  readonly isDialogOpen: boolean;
}

interface Applying {
  /** Ids of the presets whose Apply was pressed meanwhile. */
  readonly waiting: readonly string[];
  readonly apply: (state: PresetState) => void;
}

/**
 * What Apply does: it carries a plan out, or opens the one that needs a look. Pressed while a change
 * runs, it waits, and is planned by what the service account holds then; where that change fails,
 * nothing more is begun.
 */
export function useApply(
  { snapshot, states, changes, isDialogOpen }: Situation,
  openPlan: (goal: Goal) => void,
): Applying {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const begin = ({ preset }: PresetState) => {
    const goal: Goal = { mode: "add", presets: [preset] };
    const planned = makePlan(goal, snapshot, states);
    if (needsConfirmation(planned)) openPlan(goal);
    else changes.carryOut(planned);
  };
  useEffect(() => {
    const [next, ...rest] = waiting;
    if (next === undefined || isDialogOpen || changes.isTaken()) return;
    setWaiting(changes.failed === undefined ? rest : []);
    const state = states.find(({ preset }) => preset.id === next);
    if (changes.failed !== undefined || state === undefined || !isApplicable(state.status)) return;
    begin(state);
  });
  return {
    waiting,
    apply: (state) => {
      // The second click of two comes before the dialog that the first one opens.
      if (isDialogOpen) return;
      const { id } = state.preset;
      if (!changes.isTaken()) begin(state);
      else if (id !== changes.running) setWaiting([...waiting, id]);
    },
  };
}
