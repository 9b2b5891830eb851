import { useEffect, useMemo, useState } from "react";
import { needsOwnRoles } from "../../access/model/needs-own-roles.ts";
import { rolesToRead } from "../../access/model/role-content.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import { givesCriticalPower } from "../../access/plan/needs-confirmation.ts";
import type { Goal, Mode } from "../../access/plan/plan.ts";
import { isUndoable } from "../../access/plan/undo.ts";
import { denialOf } from "../../access/policy/built-in.ts";
import { presetsOfferedToAny } from "../../access/presets/offered-presets.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { useOwnRights } from "../client/use-own-rights.ts";
import { useContentCache } from "../client/use-role-contents.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ChosenPresets } from "../parts/ChosenPresets.tsx";
import { isEscapeOfMenu } from "../parts/is-escape-of-menu.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Form, FormGroup } from "../parts/patternfly/form.ts";
import { Modal } from "../parts/patternfly/modal.ts";
import { Radio } from "../parts/patternfly/radio.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useFocusAfter } from "../parts/use-focus-after.ts";
import { NotOffered } from "../policy/NotOffered.tsx";
import { BulkItemRow } from "./BulkItemRow.tsx";
import { createPlanOf, type PlanOf } from "./create-plan-of.ts";
import { isDoable, isDoneIn, isUnfinished, useBulk } from "./use-bulk.ts";

interface BulkDialogProps {
  readonly rows: readonly AccountRow[];
  /** Is told whose change was begun. */
  readonly onClose: (changed: readonly AccountRow[]) => void;
}

const bulkModes = ["add", "remove"] as const satisfies readonly Mode[];

interface BulkGoal extends Goal {
  readonly mode: (typeof bulkModes)[number];
}

/** Applies or removes presets for several clients: the plan first, then a report for each. */
export function BulkDialog({ rows, onClose }: BulkDialogProps) {
  const t = useTranslate();
  const bulk = useBulk(rows);
  const { items, areRead, stage } = bulk;
  const [goal, setGoal] = useState<BulkGoal>({ mode: "add", presets: [] });
  const { tell, read } = useContentCache();
  const withKept = useOwnRights(
    items[0]?.subject.api,
    items.flatMap(({ snapshot }) => snapshot ?? []),
  );
  const planOf = useMemo((): PlanOf => {
    const plan = createPlanOf(goal);
    return ({ snapshot }) => plan({ snapshot: snapshot && withKept(tell(snapshot)) });
  }, [goal, tell, withKept]);
  const given = goal.mode === "remove" ? [] : rolesGivenBy(goal.presets);
  useEffect(() => {
    for (const { snapshot, subject } of items) {
      if (snapshot !== undefined) read(subject.api, snapshot, given);
    }
  });
  const areRightsKnown = items.every(
    ({ snapshot }) =>
      goal.mode !== "remove" ||
      snapshot === undefined ||
      !needsOwnRoles(snapshot) ||
      withKept(snapshot).kept !== undefined,
  );
  const areContentsRead = items.every(
    ({ snapshot }) => snapshot === undefined || rolesToRead(given, tell(snapshot)).length === 0,
  );
  const snapshots = items.flatMap(({ snapshot }) => snapshot ?? []);
  const known = presetsOfferedToAny(snapshots);
  const isOffered = (preset: Preset) =>
    goal.mode === "remove" || snapshots.some((one) => denialOf(preset, one) === undefined);
  const doable = items.filter((item) => isDoable(planOf(item))).length;
  const plans = goal.presets.length === 0 ? [] : items.flatMap((item) => planOf(item) ?? []);
  const isDangerous = goal.mode === "remove" || plans.some(givesCriticalPower);
  const failed = items.filter(isUnfinished);
  const focusAfter = useFocusAfter<HTMLParagraphElement>(stage === "running");
  const close = () => {
    if (stage === "running") return;
    onClose(items.filter(({ outcome }) => outcome !== undefined).map(({ row }) => row));
  };
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
      actions={actions()}
    >
      {stage === "planning" ? (
        <Form className={pf("u-mb-md")} onSubmit={(event) => event.preventDefault()}>
          <FormGroup role="radiogroup" label={t("bulk.mode")} isStack>
            {bulkModes.map((mode) => (
              <Radio
                key={mode}
                id={`bulk-mode-${mode}`}
                name="bulk-mode"
                label={t(`bulk.mode.${mode}`)}
                isChecked={goal.mode === mode}
                onChange={() => setGoal({ ...goal, mode })}
              />
            ))}
          </FormGroup>
          <ChosenPresets
            presets={known.filter(isOffered)}
            chosen={goal.presets}
            onChoose={(chosen) => setGoal({ ...goal, presets: chosen })}
          />
          {goal.mode === "remove" ? null : <NotOffered presets={known} access={snapshots} />}
        </Form>
      ) : null}
      <p
        ref={focusAfter}
        tabIndex={-1}
        className={pf("u-mb-sm")}
        aria-live="polite"
        data-testid="bulkState"
        data-stage={stage}
      >
        {areRead && stage !== "running" ? null : (
          <Spinner size="sm" aria-label={t("accounts.reading")} />
        )}{" "}
        {describe()}
      </p>
      <ul data-testid="bulkItems">
        {items.map((item) => (
          <BulkItemRow
            key={item.row.key}
            item={item}
            plan={goal.presets.length === 0 ? undefined : planOf(item)}
            stage={stage}
          />
        ))}
      </ul>
    </Modal>
  );

  function describe(): string {
    if (!areRead) return t("bulk.reading");
    if (stage === "planning") {
      return goal.presets.length === 0
        ? t("plan.chooseFirst")
        : t("bulk.planned", { count: doable, all: items.length });
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

  function actions() {
    const closing = (
      <Button
        key="close"
        variant="link"
        isAriaDisabled={stage === "running"}
        onClick={close}
        data-testid="closeBulk"
      >
        {t(stage === "planning" ? "confirm.cancel" : "done.close")}
      </Button>
    );
    if (stage === "planning") {
      return [
        <Button
          key="confirm"
          variant={isDangerous ? "danger" : "primary"}
          isAriaDisabled={!areRead || !areContentsRead || !areRightsKnown || doable === 0}
          onClick={() => bulk.begin(planOf)}
          data-testid="confirmBulk"
        >
          {t(`bulk.confirm.${goal.mode}`, { count: doable })}
        </Button>,
        closing,
      ];
    }
    if (stage === "running") {
      return [
        // Where the other button was stands one that does nothing: a second click must not stop.
        <Button key="running" isLoading isAriaDisabled>
          {t("bulk.runningShort")}
        </Button>,
        <Button key="stop" variant="secondary" onClick={bulk.stop} data-testid="stopBulk">
          {t("accounts.stop")}
        </Button>,
      ];
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
      ...(canUndo
        ? [
            <Button key="undo" variant="secondary" onClick={bulk.undo} data-testid="undoBulk">
              {t("done.undo")}
            </Button>,
          ]
        : []),
      closing,
    ];
  }
}
