import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import type { ClientView } from "./use-client-state.ts";

interface NothingToShowProps {
  readonly view: Extract<ClientView, { kind: "clientNotFound" | "noServiceAccountPossible" }>;
  readonly clientUuid: string;
}

/** The client is gone, or of a kind that has no service account. */
export function NothingToShow({ view, clientUuid }: NothingToShowProps) {
  const t = useTranslate();
  const { realm } = usePanelContext();
  return (
    <Alert
      component="p"
      variant={view.kind === "clientNotFound" ? "danger" : "info"}
      isInline
      isLiveRegion
      title={t(`problem.${view.kind}.title`)}
      data-testid="presetsProblem"
    >
      {view.kind === "clientNotFound"
        ? t("problem.clientNotFound.body", { realm, clientUuid })
        : t("problem.noServiceAccountPossible.body", view.client)}
    </Alert>
  );
}
