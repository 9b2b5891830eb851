import { useTranslate } from "../context/use-translate.ts";
import { Alert, AlertActionCloseButton, AlertGroup } from "../parts/patternfly/alert.ts";

/** How long it stays, in milliseconds: as long as the console's own. */
const toastTimeout = 8_000;

interface SuccessToastProps {
  readonly text: string;
  readonly onClose: () => void;
  readonly testId: string;
}

/** Says what was done, and goes away by itself. */
export function SuccessToast({ text, onClose, testId }: SuccessToastProps) {
  const t = useTranslate();
  return (
    <AlertGroup isToast isLiveRegion>
      <Alert
        component="p"
        variant="success"
        title={text}
        timeout={toastTimeout}
        onTimeout={onClose}
        data-testid={testId}
        actionClose={<AlertActionCloseButton title={t("done.close")} onClose={onClose} />}
      />
    </AlertGroup>
  );
}
