import { Suspense } from "react";
import { describeProblem } from "../context/describe-problem.ts";
import { isAccessDenied } from "../context/is-access-denied.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { AlertActionLink } from "../parts/patternfly/alert.ts";

const AccessDenied = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.AccessDenied),
);

interface SurveyFailureProps {
  readonly thrown: unknown;
  /** Whether the list shows what was read before. */
  readonly isOldShown: boolean;
  readonly onRetry: () => void;
}

/** Why the service accounts could not be read, and what is shown instead. */
export function SurveyFailure({ thrown, isOldShown, onRetry }: SurveyFailureProps) {
  const t = useTranslate();
  const { realm } = usePanelContext();
  if (isAccessDenied(thrown) && !isOldShown) {
    return (
      <Suspense>
        <AccessDenied onRetry={onRetry} />
      </Suspense>
    );
  }
  const problem = describeProblem(t, thrown, t("attempts.survey", { realm }));
  return (
    <ProblemAlert
      problem={problem}
      actions={
        problem.remedy === "retry" ? (
          <AlertActionLink data-testid="retry" onClick={onRetry}>
            {t("problem.retry")}
          </AlertActionLink>
        ) : null
      }
    >
      {isOldShown ? <p>{t("accounts.oldShown")}</p> : null}
    </ProblemAlert>
  );
}
