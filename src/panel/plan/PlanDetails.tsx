import { useMemo } from "react";
import { isEmptyChange } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import type { PlanVerdict } from "../../access/plan/plan-verdict.ts";
import { whatStays } from "../../access/plan/what-stays.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { WithKnowledge } from "../parts/WithKnowledge.tsx";
import { PlanCalls } from "./PlanCalls.tsx";
import { PlanComparison } from "./PlanComparison.tsx";
import { PlanSection } from "./PlanSection.tsx";
import { PlanStays } from "./PlanStays.tsx";

interface PlanDetailsProps {
  readonly plan: Plan;
  readonly verdict: PlanVerdict | undefined;
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  /** The client's own realm. */
  readonly realm: string;
}

/** What a plan makes of the client's power and calls, and what it leaves. */
export function PlanDetails({ plan, verdict, snapshot, states, realm }: PlanDetailsProps) {
  const t = useTranslate();
  const { change, goal, alsoEnds } = plan;
  const staying = useMemo(
    () => whatStays({ change, goal }, snapshot, states),
    [change, goal, snapshot, states],
  );
  const isNothing = isEmptyChange(change);
  const isAsked = goal.presets.length > 0 || goal.mode === "exact";
  return (
    <>
      {verdict === undefined ? null : (
        <PlanSection title={t("plan.compare")}>
          <PlanComparison {...{ change, snapshot, verdict }} />
        </PlanSection>
      )}
      {isNothing ? null : (
        <PlanSection title={t("effect.title")}>
          <WithKnowledge>
            {(knowledge) => <PlanCalls {...{ change, snapshot, knowledge }} />}
          </WithKnowledge>
        </PlanSection>
      )}
      {isNothing && !isAsked ? null : (
        <PlanSection title={t("plan.untouched")}>
          <PlanStays {...{ plan, staying, snapshot, realm }} />
          {alsoEnds.length === 0 ? null : (
            <p className={pf("u-mt-sm")}>
              {t("confirm.remove.alsoEnds", {
                presets: joinNames(alsoEnds.map((preset) => nameOf(t, preset))),
              })}
            </p>
          )}
        </PlanSection>
      )}
    </>
  );
}
