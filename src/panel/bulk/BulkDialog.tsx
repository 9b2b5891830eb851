import { useEffect, useMemo, useState } from "react";
import { rolesToRead } from "../../access/model/role-content.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import { planVerdict, raisesToCritical } from "../../access/plan/plan-verdict.ts";
import { isUndoable } from "../../access/plan/undo.ts";
import { needsOwnRoles } from "../../access/rights/needs-own-roles.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { useOwnRights } from "../client/use-own-rights.ts";
import { useContentCache } from "../client/use-role-contents.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { useEndChoice } from "../ends/use-end-choice.ts";
import { whyNoEnd } from "../ends/why-no-end.ts";
import { isEscapeOfMenu } from "../parts/is-escape-of-menu.ts";
import { Button } from "../parts/patternfly/button.ts";
import { plainList } from "../parts/patternfly/list-style.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { NoAdminEvents } from "../plan/NoAdminEvents.tsx";
import { PowerWarning } from "../plan/PowerWarning.tsx";
import { BulkEndField } from "./BulkEndField.tsx";
import { BulkGoalForm } from "./BulkGoalForm.tsx";
import { BulkItemRow } from "./BulkItemRow.tsx";
import { BulkState } from "./BulkState.tsx";
import { CloseAction, StopActions, UndoAction } from "./bulk-actions.tsx";
import { actionsFor, type BulkAction, type BulkGoal, isSaid, presetsToGive } from "./bulk-goal.ts";
import { createPlanOf, type PlanOf } from "./create-plan-of.ts";
import { type BulkItem, isDoable, isDoneIn, isUnfinished, useBulk } from "./use-bulk.ts";
import { useUnrecordedRealms } from "./use-unrecorded-realms.ts";

interface BulkDialogProps {
  readonly rows: readonly AccountRow[];
  /** What is to be done, as far as it was chosen already. */
  readonly action?: BulkAction;
  /** Called with the rows whose change was begun. */
  readonly onClose: (changed: readonly AccountRow[]) => void;
}

/** Applies, replaces or removes access of several clients: the plan first, then a report for each. */
export function BulkDialog({ rows, action = "add", onClose }: BulkDialogProps) {
  const t = useTranslate();
  const bulk = useBulk(rows);
  const { items, areRead, stage } = bulk;
  const [actions] = useState(() => actionsFor(rows));
  const [goal, setGoal] = useState<BulkGoal>({
    action: actions.includes(action) ? action : (actions[0] ?? action),
    presets: [],
  });
  const chosenEnd = useEndChoice();
  const { end } = chosenEnd;
  const { tell, read } = useContentCache();
  const withKept = useOwnRights(
    items[0]?.subject.api,
    items.flatMap(({ snapshot }) => snapshot ?? []),
  );
  const planOf = useMemo((): PlanOf => {
    const plan = createPlanOf(goal, end === "invalid" ? "unchanged" : end);
    return ({ snapshot, ends }) => plan({ snapshot: snapshot && withKept(tell(snapshot)), ends });
  }, [goal, end, tell, withKept]);
  const removes = goal.action === "remove" || goal.action === "removeAll";
  const given = rolesGivenBy(presetsToGive(goal, rows));
  useEffect(() => {
    for (const { snapshot, subject } of items) {
      if (snapshot !== undefined) read(subject.api, snapshot, given);
    }
  });
  const areRightsKnown = items.every(
    ({ snapshot }) =>
      goal.action === "add" ||
      snapshot === undefined ||
      !needsOwnRoles(snapshot) ||
      withKept(snapshot).kept !== undefined,
  );
  const areContentsRead = items.every(
    ({ snapshot }) => snapshot === undefined || rolesToRead(given, tell(snapshot)).length === 0,
  );
  /** Why a client can't be changed as it was chosen: its roles would be assigned without the end that they are to have. */
  const whyNotUntil = (item: BulkItem): string | undefined => {
    const { snapshot, ends } = item;
    const plan = planOf(item);
    if (removes || typeof end !== "number" || !snapshot || !ends) return undefined;
    return plan?.goal.presets.length ? whyNoEnd(t, ends, { plan, snapshot }) : undefined;
  };
  const doable = isSaid(goal)
    ? items.filter((item) => isDoable(planOf(item)) && whyNotUntil(item) === undefined)
    : [];
  const raised = doable.flatMap((item) => {
    const [plan, { snapshot, row }] = [planOf(item), item];
    if (plan === undefined || snapshot === undefined) return [];
    const verdict = planVerdict(plan.change, tell(snapshot));
    return raisesToCritical(verdict) && verdict?.after !== undefined
      ? [{ clientId: row.clientId, risk: verdict.after }]
      : [];
  });
  const unrecorded = useUnrecordedRealms(
    JSON.stringify([...new Set(rows.map(({ realm }) => realm))]),
  );
  const isReady = areRead && areContentsRead && areRightsKnown && (removes || end !== "invalid");
  const failed = items.filter(isUnfinished);
  const close = () => {
    if (stage === "running") return;
    onClose(items.filter(({ outcome }) => outcome !== undefined).map(({ row }) => row));
  };
  const [worst] = raised;
  return (
    <Modal
      isOpen
      variant="medium"
      title={t("bulk.title", { count: items.length })}
      onClose={close}
      onEscapePress={(event) => {
        if (!isEscapeOfMenu(event)) close();
      }}
      data-testid="bulkDialog"
      actions={actionButtons()}
    >
      {stage === "planning" ? (
        <BulkGoalForm
          goal={goal}
          actions={actions}
          snapshots={items.flatMap(({ snapshot }) => snapshot ?? [])}
          isReading={!areRead}
          onGoal={setGoal}
        />
      ) : null}
      {stage === "planning" && !removes && isSaid(goal) ? (
        <BulkEndField
          chosen={chosenEnd}
          plans={items.flatMap((item) => {
            const [plan, { snapshot, ends }] = [planOf(item), item];
            return plan && snapshot && ends ? [{ plan, snapshot, ends }] : [];
          })}
        />
      ) : null}
      {stage === "planning" && worst !== undefined ? (
        <PowerWarning
          title={t("plan.verdict.raises")}
          clientId={joinNames(raised.map(({ clientId }) => clientId))}
          risk={worst.risk}
          testId="bulkWarning"
        />
      ) : null}
      {stage === "planning" && doable.length > 0
        ? unrecorded.map((realm) => <NoAdminEvents key={realm} realm={realm} />)
        : null}
      <BulkState stage={stage} areRead={areRead} testId="bulkState">
        {describe()}
      </BulkState>
      <ul style={plainList} data-testid="bulkItems">
        {items.map((item) => (
          <BulkItemRow
            key={item.row.key}
            item={{ ...item, snapshot: item.snapshot && tell(item.snapshot) }}
            plan={isSaid(goal) ? planOf(item) : undefined}
            whyNotUntil={whyNotUntil(item)}
            stage={stage}
          />
        ))}
      </ul>
    </Modal>
  );

  function describe(): string {
    if (!areRead) return t("bulk.reading");
    if (stage === "planning") {
      return isSaid(goal)
        ? t("bulk.planned", { count: doable.length, all: items.length })
        : t("plan.chooseFirst");
    }
    const { targets, direction } = bulk.run;
    const values = {
      count: items.filter((item) => isDoneIn(bulk.run, item)).length,
      all: targets.size,
      failed: failed.length,
    };
    if (stage === "running") return t("bulk.running", values);
    if (failed.length > 0) return t("bulk.failed", values);
    if (stage === "stopped") return t("bulk.stopped", values);
    return t(direction === "back" ? "bulk.undone" : "bulk.done", values);
  }

  function actionButtons() {
    const closing = <CloseAction key="close" {...{ stage }} onClose={close} testId="closeBulk" />;
    if (stage === "planning") {
      return [
        <Button
          key="confirm"
          // Red only where power grows; and to remove, as the console's own button that unassigns roles.
          variant={removes || raised.length > 0 ? "danger" : "primary"}
          isAriaDisabled={!isReady || doable.length === 0}
          onClick={() => bulk.begin(planOf, doable)}
          data-testid="confirmBulk"
        >
          {t(`bulk.confirm.${goal.action}`, { count: doable.length })}
        </Button>,
        closing,
      ];
    }
    if (stage === "running") {
      return [<StopActions key="stop" onStop={bulk.stop} testId="stopBulk" />];
    }
    const canUndo = items.some(({ outcome }) => outcome !== undefined && isUndoable(outcome));
    return [
      ...(failed.length > 0 || stage === "stopped"
        ? [
            <Button key="continue" onClick={() => bulk.goOn(planOf)} data-testid="continueBulk">
              {t("problem.continue")}
            </Button>,
          ]
        : []),
      ...(canUndo ? [<UndoAction key="undo" onUndo={bulk.undo} testId="undoBulk" />] : []),
      closing,
    ];
  }
}
