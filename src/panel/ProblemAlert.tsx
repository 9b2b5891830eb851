import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/Alert";
import { AlertActionLink } from "@patternfly/react-core/dist/esm/components/Alert/AlertActionLink";
import type { Problem } from "./describe-problem.ts";
import { usePanelContext } from "./panel-context.ts";
import { useTranslate } from "./use-translate.ts";

interface ProblemAlertProps {
  readonly problem: Problem;
  /** What holds now, after the attempt. */
  readonly holdsNow?: string | undefined;
  readonly onRetry: () => void;
}

/** Says what was tried, why it failed, what holds now, and offers what to do. */
export function ProblemAlert({ problem, holdsNow, onRetry }: ProblemAlertProps) {
  const t = useTranslate();
  const { reload } = usePanelContext();
  const action =
    problem.remedy === "retry" ? (
      <AlertActionLink data-testid="retry" onClick={onRetry}>
        {t("problem.retry")}
      </AlertActionLink>
    ) : (
      <AlertActionLink
        data-testid={problem.remedy === "signIn" ? "signInAgain" : "reloadPage"}
        onClick={reload}
      >
        {t(problem.remedy === "signIn" ? "problem.signInAgain" : "problem.reload")}
      </AlertActionLink>
    );
  return (
    <Alert
      variant="danger"
      isInline
      isLiveRegion
      title={problem.title}
      actionLinks={action}
      className="pf-v5-u-mb-md"
      data-testid="presetsProblem"
    >
      <p>
        {problem.reason} {holdsNow}
      </p>
      {problem.serverMessage === undefined ? null : (
        <p>{t("problem.serverSays", { message: problem.serverMessage })}</p>
      )}
    </Alert>
  );
}
