import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";

interface CloseActionProps {
  readonly stage: string;
  readonly onClose: () => void;
  readonly testId: string;
}

/** Closes the dialog, unless a change runs. */
export function CloseAction({ stage, onClose, testId }: CloseActionProps) {
  const t = useTranslate();
  return (
    <Button
      variant="link"
      isAriaDisabled={stage === "running"}
      onClick={onClose}
      data-testid={testId}
    >
      {t(stage === "planning" ? "confirm.cancel" : "done.close")}
    </Button>
  );
}

interface StopActionsProps {
  readonly onStop: () => void;
  readonly testId: string;
}

/** The actions while a change runs. */
export function StopActions({ onStop, testId }: StopActionsProps) {
  const t = useTranslate();
  return (
    <>
      {/* In the place of the button that began it, one that does nothing: a second click must not stop. */}
      <Button isLoading isAriaDisabled>
        {t("bulk.runningShort")}
      </Button>
      <Button variant="secondary" onClick={onStop} data-testid={testId}>
        {t("accounts.stop")}
      </Button>
    </>
  );
}

interface UndoActionProps {
  readonly onUndo: () => void;
  readonly testId: string;
}

/** Takes back what was done, of every client. */
export function UndoAction({ onUndo, testId }: UndoActionProps) {
  const t = useTranslate();
  return (
    <Button variant="secondary" onClick={onUndo} data-testid={testId}>
      {t("done.undo")}
    </Button>
  );
}
