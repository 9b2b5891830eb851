import { useMemo, useState } from "react";
import { endOfRoles } from "../../access/ends/account-ends.ts";
import { changeOfEnds } from "../../access/ends/end-change.ts";
import { type EndChoice, momentOf } from "../../access/ends/end-choice.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { presetsBeside } from "../../access/presets/presets-beside.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { type Ends, useAccountEnds } from "./use-account-ends.ts";

/** A plan with what it makes of ends, and the choice that leads to it. */
export interface PlanWithEnds {
  readonly plan: Plan;
  readonly ends: Ends;
  readonly choice: EndChoice;
  readonly choose: (choice: EndChoice) => void;
  /** The moment that lengths of time are counted from, in milliseconds since 1970. */
  readonly now: number;
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
  const [now] = useState(() => Date.now());
  const [choice, choose] = useState<EndChoice>({ kind: "unchanged" });
  const { ends } = useAccountEnds(snapshot, api);
  const end = choice.kind === "unchanged" ? choice.kind : momentOf(choice, now);
  const plan = useMemo((): Plan => {
    if (ends.kind !== "read" || end === "invalid") return withoutEnds;
    const { change, goal } = withoutEnds;
    const given = goal.mode === "remove" ? [] : rolesGivenBy(goal.presets);
    const needed = new Set(
      rolesGivenBy(presetsBeside(goal.presets, snapshot, states)).map(roleKey),
    );
    const current = endOfRoles(ends.ends);
    const { mapped } = snapshot;
    return { ...withoutEnds, ends: changeOfEnds({ change, given, end, current, mapped, needed }) };
  }, [withoutEnds, snapshot, states, ends, end]);
  return { plan, ends, choice, choose, now, isValid: end !== "invalid" };
}
