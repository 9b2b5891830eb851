import { Suspense, useCallback } from "react";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readOwnRoles } from "../../keycloak/client/read-own-roles.ts";
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
  readonly api: AdminApi;
  readonly onRetry: () => void;
}

/** Why there is nothing to show of this client. */
export function LoadFailure({ view, client, api, onRetry }: LoadFailureProps) {
  const t = useTranslate();
  const { realm, loginRealm } = usePanelContext();
  const readRoles = useCallback(() => readOwnRoles(api, loginRealm), [api, loginRealm]);
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
        <AccessDenied readOwnRoles={readRoles} onRetry={onRetry} />
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
