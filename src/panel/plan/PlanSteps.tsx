import { isEmptyChange, nameOfGrant } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { stepsOf } from "../../access/plan/steps.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { bulletList, numberedList } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { nameBlocked } from "./name-grant.ts";
import { nameStep } from "./name-step.ts";
import { PlanSection } from "./PlanSection.tsx";

interface PlanStepsProps {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** What is done, in its order, and what can't be done, so that calls stay denied. */
export function PlanSteps({ plan: { change, blocked, goal }, snapshot }: PlanStepsProps) {
  const t = useTranslate();
  const isAsked = goal.presets.length > 0 || goal.mode === "exact";
  return (
    <PlanSection title={t("plan.steps")}>
      {isEmptyChange(change) ? (
        <p data-testid="planNothing">{t(isAsked ? "plan.nothingToDo" : "plan.chooseFirst")}</p>
      ) : (
        <ol style={numberedList} data-testid="planSteps">
          {stepsOf(change).map((step) => (
            <li key={`${step.direction} ${step.place} ${step.grants.map(nameOfGrant)}`}>
              {nameStep(t, step, snapshot)}
            </li>
          ))}
        </ol>
      )}
      {blocked.length === 0 ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          title={t("plan.blocked")}
          className={pf("u-mt-sm")}
          data-testid="planBlocked"
        >
          <ul style={bulletList}>
            {blocked.map((grant) => (
              <li key={`${grant.place} ${nameOfGrant(grant)}`}>{nameBlocked(t, grant)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </PlanSection>
  );
}
