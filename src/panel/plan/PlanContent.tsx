import { isEmptyChange, nameOfGrant } from "../../access/model/grant.ts";
import { includingRole } from "../../access/model/resolve-roles.ts";
import { type Risk, riskOf } from "../../access/model/risk.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan, Untouched } from "../../access/plan/plan.ts";
import { stepsOf } from "../../access/plan/steps.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Text, TextContent, TextList, TextListItem, Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { WithKnowledge } from "../parts/WithKnowledge.tsx";
import { nameBlocked } from "./name-grant.ts";
import { nameStep } from "./name-step.ts";
import { PlanEffect } from "./PlanEffect.tsx";
import { PlanSurprises } from "./PlanSurprises.tsx";
import { PlanVerdictAlert } from "./PlanVerdictAlert.tsx";

interface PlanContentProps {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly refusal: string | undefined;
}

function nameUntouched(t: Translate, untouched: Untouched, snapshot: Snapshot): string {
  const { role, why } = untouched;
  const isHeld = why === "included" || why === "heldOtherwise";
  const including = isHeld ? includingRole(role, snapshot) : undefined;
  return t(including === undefined ? `untouched.${why}` : "untouched.includedIn", {
    role: role.name,
    including: including?.name ?? "",
    preset: why === "neededBy" ? nameOf(t, untouched.preset) : "",
  });
}

/** A plan in words: what it comes to, its dangers, its steps in order, what it leaves, and what it makes of the calls. */
export function PlanContent({ plan, snapshot, refusal }: PlanContentProps) {
  const t = useTranslate();
  const { change, untouched, blocked, alsoEnds, goal } = plan;
  const steps = stepsOf(change);
  const isAlwaysMissing = goal.presets.length > 0 || goal.mode === "exact";
  return (
    <TextContent>
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
      <PlanVerdictAlert change={change} snapshot={snapshot} />
      <Dangers plan={plan} snapshot={snapshot} />
      <Title headingLevel="h2" size="md">
        {t("plan.steps")}
      </Title>
      {isEmptyChange(change) ? (
        <Text data-testid="planNothing">
          {t(isAlwaysMissing ? "plan.nothingToDo" : "plan.chooseFirst")}
        </Text>
      ) : (
        <TextList component="ol" data-testid="planSteps">
          {steps.map((step) => (
            <TextListItem key={`${step.direction} ${step.place} ${step.grants.map(nameOfGrant)}`}>
              {nameStep(t, step, snapshot)}
            </TextListItem>
          ))}
        </TextList>
      )}
      {blocked.length === 0 ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          title={t("plan.blocked")}
          data-testid="planBlocked"
        >
          <ul className={pf("c-list")}>
            {blocked.map((grant) => (
              <li key={`${grant.place} ${nameOfGrant(grant)}`}>{nameBlocked(t, grant)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {untouched.length === 0 ? null : (
        <>
          <Title headingLevel="h2" size="md">
            {t("plan.untouched")}
          </Title>
          <TextList data-testid="planUntouched">
            {untouched.map((it) => (
              <TextListItem key={`${it.role.container}:${it.role.name}`}>
                {nameUntouched(t, it, snapshot)}
              </TextListItem>
            ))}
          </TextList>
        </>
      )}
      {alsoEnds.length === 0 ? null : (
        <Text>
          {t("confirm.remove.alsoEnds", {
            presets: joinNames(alsoEnds.map((preset) => nameOf(t, preset))),
          })}
        </Text>
      )}
      {isEmptyChange(change) ? null : (
        <WithKnowledge>
          {(knowledge) => <PlanEffect change={change} snapshot={snapshot} knowledge={knowledge} />}
        </WithKnowledge>
      )}
    </TextContent>
  );
}

/** What the program could do at worst, where that is grave. */
function Dangers({ plan, snapshot }: Pick<PlanContentProps, "plan" | "snapshot">) {
  const { realm } = usePanelContext();
  const { goal } = plan;
  const risk = riskOf(...goal.presets);
  const { clientId } = snapshot.client;
  return (
    <>
      <PlanSurprises plan={plan} clientId={clientId} />
      {goal.mode === "remove" || risk?.level !== "critical" ? null : (
        <PresetDangers clientId={clientId} realm={realm} risk={risk} />
      )}
    </>
  );
}

interface PresetDangersProps {
  readonly clientId: string;
  readonly realm: string;
  readonly risk: Risk;
}

/** The worst that the chosen presets allow. */
function PresetDangers({ clientId, realm, risk }: PresetDangersProps) {
  const t = useTranslate();
  return (
    <>
      <Text>{t("confirm.apply.why", { clientId, realm })}</Text>
      <TextList>
        {risk.consequences.map(({ id }) => (
          <TextListItem key={id}>
            <strong>{t(`consequence.${id}`)}.</strong> {t(`consequence.${id}.reason`)}
          </TextListItem>
        ))}
      </TextList>
      <Text>{t("confirm.apply.safeSecret", { clientId })}</Text>
    </>
  );
}
