import { useMemo } from "react";
import { endOfRoles } from "../../access/ends/account-ends.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { withEnds } from "../../access/plan/with-ends.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import type { Ends } from "./known-ends.ts";
import { useAccountEnds } from "./use-account-ends.ts";
import { type ChosenEnd, useEndChoice } from "./use-end-choice.ts";

/** A plan with what it makes of ends, and the choice that leads to it. */
export interface PlanWithEnds extends Omit<ChosenEnd, "end"> {
  readonly plan: Plan;
  readonly ends: Ends;
  /** Whether the choice is one that can be carried out. */
  readonly isValid: boolean;
}

/** Completes a plan by what it makes of the ends of roles, once these are read. */
export function usePlanEnds(
  withoutEnds: Plan,
  snapshot: Snapshot,
  states: readonly PresetState[],
  api: AdminApi,
): PlanWithEnds {
  const { end, ...chosen } = useEndChoice();
  const { ends } = useAccountEnds(snapshot, api);
  const plan = useMemo((): Plan => {
    if (ends.kind !== "read" || end === "invalid") return withoutEnds;
    const current = endOfRoles(ends.ends);
    return withEnds(withoutEnds, snapshot, states, { end, current });
  }, [withoutEnds, snapshot, states, ends, end]);
  return { ...chosen, plan, ends, isValid: end !== "invalid" };
}
