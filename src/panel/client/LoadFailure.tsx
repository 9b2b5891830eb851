import { describeProblem, nameFailedRequest } from "../context/describe-problem.ts";
import { type PageClient, usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Alert, AlertActionLink } from "../parts/patternfly/alert.ts";
import type { ClientView } from "./use-client-state.ts";

interface LoadFailureProps {
  readonly view: Extract<
    ClientView,
    { kind: "failed" | "clientNotFound" | "noServiceAccountPossible" }
  >;
  readonly client: PageClient;
  readonly onRetry: () => void;
}

/** Why there is nothing to show of this client. */
export function LoadFailure({ view, client, onRetry }: LoadFailureProps) {
  const t = useTranslate();
  const { realm } = usePanelContext();
  if (view.kind === "failed") {
    const named = { clientId: t("problem.thisClient"), realm };
    const problem = describeProblem(t, view.thrown, nameFailedRequest(t, view.thrown, named));
    const retry = (
      <AlertActionLink data-testid="retry" onClick={onRetry}>
        {t("problem.retry")}
      </AlertActionLink>
    );
    return <ProblemAlert problem={problem} actions={problem.remedy === "retry" ? retry : null} />;
  }
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
        ? t("problem.clientNotFound.body", { realm, clientUuid: client.clientUuid })
        : t("problem.noServiceAccountPossible.body", view.client)}
    </Alert>
  );
}
