import { Suspense } from "react";
import { describeProblem, nameFailedRequest } from "../context/describe-problem.ts";
import { isAccessDenied } from "../context/is-access-denied.ts";
import { type PageClient, usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { AlertActionLink } from "../parts/patternfly/alert.ts";
import type { ClientView } from "./use-client-state.ts";

const NothingToShow = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.NothingToShow),
);
const AccessDenied = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.AccessDenied),
);

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
  if (view.kind !== "failed") {
    return (
      <Suspense>
        <NothingToShow view={view} clientUuid={client.clientUuid} />
      </Suspense>
    );
  }
  if (isAccessDenied(view.thrown)) {
    return (
      <Suspense>
        <AccessDenied onRetry={onRetry} />
      </Suspense>
    );
  }
  const named = { clientId: t("problem.thisClient"), realm };
  const problem = describeProblem(t, view.thrown, nameFailedRequest(t, view.thrown, named));
  const retry = (
    <AlertActionLink data-testid="retry" onClick={onRetry}>
      {t("problem.retry")}
    </AlertActionLink>
  );
  return <ProblemAlert problem={problem} actions={problem.remedy === "retry" ? retry : null} />;
}
