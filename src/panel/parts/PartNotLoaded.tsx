import { useEffect } from "react";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert, AlertActionLink, AlertGroup } from "./patternfly/alert.ts";

/** What a part that is loaded lazily may be given beside its own. */
export interface PartNotLoadedProps {
  /** Called if the part's script could not be loaded. */
  readonly onNotLoaded?: () => void;
}

/** Stands for a part whose script could not be loaded, as after an upgrade of the JAR. */
export function PartNotLoaded({ onNotLoaded }: PartNotLoadedProps) {
  const t = useTranslate();
  const { reload } = usePanelContext();
  useEffect(() => onNotLoaded?.(), [onNotLoaded]);
  return (
    <AlertGroup isToast isLiveRegion>
      <Alert
        component="p"
        variant="danger"
        title={t("part.notLoaded.title")}
        actionLinks={<AlertActionLink onClick={reload}>{t("problem.reload")}</AlertActionLink>}
        data-testid="partNotLoaded"
      >
        {t("problem.notLoaded")}
      </Alert>
    </AlertGroup>
  );
}
