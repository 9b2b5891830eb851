import type { AccountRow } from "../../access/survey/account-rows.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Modal } from "../parts/patternfly/modal.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { FullScopeItemRow } from "./FullScopeItemRow.tsx";
import { isUndoable, planOf, useFullScope } from "./use-full-scope.ts";

interface FullScopeDialogProps {
  readonly rows: readonly AccountRow[];
  /** Called with the rows whose client was changed. */
  readonly onClose: (changed: readonly AccountRow[]) => void;
}

/** Turns full scope off for several clients: what their tokens lose first, then a report for each. */
export function FullScopeDialog({ rows, onClose }: FullScopeDialogProps) {
  const t = useTranslate();
  const { items, areRead, stage, choose, begin, undo, stop } = useFullScope(rows);
  const targets = items.filter((item) => item.isChosen && planOf(item) !== undefined);
  const isLosing = targets.some((item) => planOf(item)?.loses === "rolesOfPeople");
  const changed = items.filter(({ outcome }) => outcome !== undefined);
  const close = () => {
    if (stage !== "running") onClose(changed.map(({ row }) => row));
  };
  return (
    <Modal
      isOpen
      variant="medium"
      title={t("fullScope.title")}
      description={t("fullScope.about")}
      onClose={close}
      data-testid="fullScopeDialog"
      actions={actionButtons()}
    >
      <p
        className={pf("u-mb-sm")}
        aria-live="polite"
        data-testid="fullScopeState"
        data-stage={stage}
      >
        {areRead && stage !== "running" ? null : (
          <Spinner size="sm" aria-label={t("accounts.reading")} />
        )}{" "}
        {describe()}
      </p>
      <ul className={pf("c-list pf-m-plain pf-m-bordered")}>
        {items.map((item) => (
          <FullScopeItemRow key={item.row.key} {...{ item, stage }} onChoose={choose} />
        ))}
      </ul>
    </Modal>
  );

  function describe(): string {
    if (!areRead) return t("bulk.reading");
    const all = items.length;
    if (stage === "planning") return t("fullScope.planned", { count: targets.length, all });
    const off = changed.filter(({ outcome }) => outcome?.isFullScope === false);
    return t("fullScope.result", { count: off.length, all });
  }

  function actionButtons() {
    const closing = (
      <Button
        key="close"
        variant="link"
        isAriaDisabled={stage === "running"}
        onClick={close}
        data-testid="closeFullScope"
      >
        {t(stage === "planning" ? "confirm.cancel" : "done.close")}
      </Button>
    );
    switch (stage) {
      case "planning":
        return [
          <Button
            key="confirm"
            // Red where people lose roles.
            variant={isLosing ? "danger" : "primary"}
            isAriaDisabled={!areRead || targets.length === 0}
            onClick={begin}
            data-testid="confirmFullScope"
          >
            {t("fullScope.confirm", { count: targets.length })}
          </Button>,
          closing,
        ];
      case "running":
        return [
          // Where the other button was stands one that does nothing: a second click must not stop.
          <Button key="running" isLoading isAriaDisabled>
            {t("bulk.runningShort")}
          </Button>,
          <Button key="stop" variant="secondary" onClick={stop} data-testid="stopFullScope">
            {t("accounts.stop")}
          </Button>,
        ];
      case "ended":
        return [
          ...(items.some(isUndoable)
            ? [
                <Button key="undo" variant="secondary" onClick={undo} data-testid="undoFullScope">
                  {t("done.undo")}
                </Button>,
              ]
            : []),
          closing,
        ];
    }
  }
}
