import type { AccountRow } from "../../access/survey/account-rows.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { plainList } from "../parts/patternfly/list-style.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { BulkState } from "./BulkState.tsx";
import { CloseAction, StopActions, UndoAction } from "./bulk-actions.tsx";
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
      <BulkState stage={stage} areRead={areRead} testId="fullScopeState">
        {describe()}
      </BulkState>
      <ul style={plainList}>
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
      <CloseAction key="close" {...{ stage }} onClose={close} testId="closeFullScope" />
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
        return [<StopActions key="stop" onStop={stop} testId="stopFullScope" />];
      case "ended":
        return [
          ...(items.some(isUndoable)
            ? [<UndoAction key="undo" onUndo={undo} testId="undoFullScope" />]
            : []),
          closing,
        ];
    }
  }
}
