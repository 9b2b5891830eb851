import { useTranslate } from "../context/use-translate.ts";
import {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  AlertGroup,
} from "../parts/patternfly/alert.ts";
import type { Changes } from "./use-changes.ts";

/** How long a toast stays, in milliseconds: as long as the console's own. Undo stays in the summary. */
const toastTimeout = 8_000;

/** What was done, as toasts; the last one can be undone. */
export function Toasts({ changes }: { readonly changes: Changes }) {
  const t = useTranslate();
  const { toasts, lastChange, running, closeToast, undo } = changes;
  return (
    <AlertGroup isToast isLiveRegion>
      {toasts.map(({ id, text }) => (
        <Alert
          component="p"
          key={id}
          variant="success"
          title={text}
          timeout={toastTimeout}
          onTimeout={() => closeToast(id)}
          data-testid="presetsToast"
          actionClose={
            <AlertActionCloseButton title={t("done.close")} onClose={() => closeToast(id)} />
          }
          actionLinks={
            lastChange?.id === id ? (
              <AlertActionLink
                isAriaDisabled={running !== undefined}
                data-testid="undoChange"
                onClick={() => {
                  closeToast(id);
                  undo();
                }}
              >
                {t("done.undo")}
              </AlertActionLink>
            ) : undefined
          }
        />
      ))}
    </AlertGroup>
  );
}
