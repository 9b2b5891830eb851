import { useEffect, useMemo, useState } from "react";
import { isEmptyChange } from "../../access/model/grant.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { keptIn } from "../../access/plan/kept-in.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import { type Goal, isWhole, type Plan } from "../../access/plan/plan.ts";
import { planVerdict, raisesToCritical } from "../../access/plan/plan-verdict.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { needsOwnRoles } from "../../access/rights/needs-own-roles.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { useClientScopes } from "../client/use-client-scopes.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import type { RoleContents } from "../client/use-role-contents.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { EndsOfPlan } from "../ends/EndsOfPlan.tsx";
import { usePlanEnds } from "../ends/use-plan-ends.ts";
import { isEscapeOfMenu } from "../parts/is-escape-of-menu.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { NotOffered } from "../policy/NotOffered.tsx";
import { GoalFields } from "./GoalFields.tsx";
import { PlanContent } from "./PlanContent.tsx";

interface PlanDialogProps {
  readonly goal: Goal;
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly handle: ClientStateHandle;
  readonly contents: RoleContents;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  /** Whether another change runs. */
  readonly isBusy: boolean;
  readonly onCarryOut: (plan: Plan) => void;
  readonly onClose: () => void;
  /** Hands over the presets instead. */
  readonly onExport: (presets: readonly Preset[]) => void;
}

/** Shows exactly what would happen, in order, and what that makes of the calls; then it can be done. */
export function PlanDialog(props: PlanDialogProps) {
  const { snapshot, states, handle, contents, refusal, isBusy } = props;
  const { onCarryOut, onExport, onClose } = props;
  const t = useTranslate();
  const [goal, setGoal] = useState(props.goal);
  const isAsking = useClientScopes(snapshot, handle);
  const given = rolesGivenBy(goal.mode === "remove" ? [] : goal.presets);
  const isReading = !contents.areRead(given);
  useEffect(() => contents.read(given));
  const withoutEnds = useMemo(() => makePlan(goal, snapshot, states), [goal, snapshot, states]);
  const planned = usePlanEnds(withoutEnds, snapshot, states, handle.subject.api);
  const { plan } = planned;
  const { mode, presets } = goal;
  const verdict = useMemo(() => planVerdict(plan.change, snapshot), [plan, snapshot]);
  // Red only where power grows; and for Remove, as the console's own button that unassigns roles.
  const isCritical = raisesToCritical(verdict);
  const { add, remove } = plan.change;
  const enablesOnly = mode === "add" && presets.length === 0 && goal.enablesAccount === true;
  const isRefused =
    refusal !== undefined && [...add, ...remove].some(({ place }) => place === "mapping");
  // Opened to replace access, and not yet told by what: that would take all of it.
  const isOpen = props.goal.mode === "exact" && mode === "exact" && presets.length === 0;
  const kept = mode === "exact" ? keptIn(plan).map(nameRole) : [];
  // Which of the mapped roles may be unassigned is read once the tab is shown.
  const isWeighing = remove.length > 0 && needsOwnRoles(snapshot) && snapshot.kept === undefined;
  const hasEffect = !isEmptyChange(plan.change) || plan.ends !== undefined;
  const isPossible = !isOpen && hasEffect && planned.isValid && isWhole(plan) && !isRefused;
  return (
    <Modal
      isOpen
      variant="medium"
      {...(isCritical ? { titleIconVariant: "warning" as const } : {})}
      title={
        presets.length === 0
          ? t("plan.title", { clientId: snapshot.client.clientId })
          : t(`plan.title.${mode}`, {
              presets: joinNames(presets.map((preset) => nameOf(t, preset))),
            })
      }
      onClose={onClose}
      onEscapePress={(event) => {
        if (!isEscapeOfMenu(event)) onClose();
      }}
      data-testid="planDialog"
      actions={[
        <Button
          key="confirm"
          variant={isCritical || mode === "remove" ? "danger" : "primary"}
          isAriaDisabled={
            !isPossible ||
            isWeighing ||
            isAsking ||
            isReading ||
            isBusy ||
            planned.ends.kind === "reading"
          }
          onClick={() => onCarryOut(plan)}
          data-testid="confirmChange"
        >
          {t(enablesOnly ? "plan.confirm.enable" : `plan.confirm.${mode}`)}
        </Button>,
        // Also for who may look and not change.
        ...(mode === "remove" || presets.length === 0
          ? []
          : [
              <Button
                key="export"
                variant="secondary"
                onClick={() => onExport(presets)}
                data-testid="exportPlan"
              >
                {t("summary.export")}
              </Button>,
            ]),
        <Button key="cancel" variant="link" onClick={onClose} data-testid="cancelChange">
          {t("confirm.cancel")}
        </Button>,
      ]}
    >
      <GoalFields goal={goal} states={states} onChange={setGoal} />
      {mode === "remove" ? null : (
        <NotOffered presets={states.map(({ preset }) => preset)} access={[snapshot]} />
      )}
      <EndsOfPlan {...{ planned, snapshot }} />
      <PlanContent
        {...{ plan, verdict, snapshot, states }}
        realm={handle.subject.api.realm}
        refusal={
          isRefused || !hasEffect
            ? refusal
            : kept.length > 0 && !isOpen
              ? t("plan.kept", { roles: joinNames(kept) })
              : undefined
        }
      />
    </Modal>
  );
}
