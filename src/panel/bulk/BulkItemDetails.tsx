import { useMemo } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import type { PlanVerdict } from "../../access/plan/plan-verdict.ts";
import { presetStates } from "../../access/presets/preset-state.ts";
import { KnowledgeContext, useKnowledgeHandle } from "../context/use-knowledge.ts";
import { PlanDetails } from "../plan/PlanDetails.tsx";

interface BulkItemDetailsProps {
  readonly plan: Plan;
  readonly verdict: PlanVerdict | undefined;
  readonly snapshot: Snapshot;
  /** The client's own realm. */
  readonly realm: string;
}

/** What a plan makes of the power and the calls of one of several clients: what was measured depends on its server's roles. */
export function BulkItemDetails({ plan, verdict, snapshot, realm }: BulkItemDetailsProps) {
  const knowledge = useKnowledgeHandle(snapshot);
  const states = useMemo(() => presetStates(snapshot), [snapshot]);
  return (
    <KnowledgeContext.Provider value={knowledge}>
      <PlanDetails {...{ plan, verdict, snapshot, states, realm }} />
    </KnowledgeContext.Provider>
  );
}
