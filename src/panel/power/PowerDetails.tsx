import type { Risk } from "../../access/model/risk.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Goal } from "../../access/plan/plan.ts";
import type { Changes } from "../change/use-changes.ts";
import { UsedAccess } from "../use/UsedAccess.tsx";
import { EndsNotice } from "./EndsNotice.tsx";
import { PowerReach } from "./PowerReach.tsx";
import { PowerSources } from "./PowerSources.tsx";

interface PowerDetailsProps {
  readonly snapshot: Snapshot;
  readonly changes: Changes;
  readonly risk: Risk | undefined;
  readonly onPlan: (goal: Goal) => void;
}

/** How far the power reaches, where it comes from, when it ends, and which of it was used. */
export function PowerDetails({ snapshot, changes, risk, onPlan }: PowerDetailsProps) {
  return (
    <>
      <PowerReach snapshot={snapshot} risk={risk} />
      <PowerSources snapshot={snapshot} />
      <EndsNotice snapshot={snapshot} changes={changes} />
      <UsedAccess snapshot={snapshot} onPlan={onPlan} />
    </>
  );
}
