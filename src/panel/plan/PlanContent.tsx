import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import type { PlanVerdict } from "../../access/plan/plan-verdict.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useRealmSays } from "../permissions/realm-context.ts";
import { NoAdminEvents } from "./NoAdminEvents.tsx";
import { PlanDetails } from "./PlanDetails.tsx";
import { PlanSteps } from "./PlanSteps.tsx";
import { PlanSurprises } from "./PlanSurprises.tsx";
import { PlanVerdictAlert } from "./PlanVerdictAlert.tsx";

interface PlanContentProps {
  readonly plan: Plan;
  readonly verdict: PlanVerdict | undefined;
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  /** The client's own realm. */
  readonly realm: string;
  readonly refusal: string | undefined;
}

/** A plan in words: what it comes to, what comes with it, before and after, what stays, and its steps in order. */
export function PlanContent(props: PlanContentProps) {
  const { plan, verdict, snapshot, states, realm, refusal } = props;
  const { areAdminEventsSaved } = useRealmSays();
  return (
    <>
      {refusal === undefined ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          isPlain
          title={refusal}
          className={pf("u-mb-md")}
        />
      )}
      <PlanVerdictAlert change={plan.change} snapshot={snapshot} />
      <PlanSurprises plan={plan} clientId={snapshot.client.clientId} />
      <PlanDetails {...{ plan, verdict, snapshot, states, realm }} />
      <PlanSteps {...{ plan, snapshot }} />
      {areAdminEventsSaved === false && verdict !== undefined ? (
        <NoAdminEvents realm={realm} />
      ) : null}
    </>
  );
}
