import type { Snapshot } from "../../access/model/snapshot.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ChangedEnds } from "./ChangedEnds.tsx";
import { EndField } from "./EndField.tsx";
import type { PlanWithEnds } from "./use-plan-ends.ts";
import { whyNoEnd } from "./why-no-end.ts";

interface EndsOfPlanProps {
  readonly planned: PlanWithEnds;
  readonly snapshot: Snapshot;
}

/** When the roles of a plan are to end, and what it makes of ends. */
export function EndsOfPlan({ planned, snapshot }: EndsOfPlanProps) {
  const t = useTranslate();
  const { plan, ends, choice, choose, now } = planned;
  const { mode, presets } = plan.goal;
  return (
    <>
      {mode === "remove" || presets.length === 0 ? null : (
        <EndField
          choice={choice}
          onChoose={choose}
          whyNot={whyNoEnd(t, ends, { plan, snapshot })}
          canStay={plan.change.add.every(({ place }) => place !== "mapping")}
          now={now}
        />
      )}
      <ChangedEnds {...{ plan, snapshot }} />
    </>
  );
}
