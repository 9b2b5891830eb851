import type { ReactNode } from "react";
import type { Problem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert, AlertActionLink } from "./patternfly/alert.ts";
import { pf } from "./patternfly-classes.ts";

interface ProblemAlertProps {
  readonly problem: Problem;
  /** What to do about it, beside signing in or loading the page again where that is needed. */
  readonly actions: ReactNode;
  /** What holds now, after the attempt. */
  readonly children?: ReactNode;
}

/** Says what was tried, why it failed, what holds now, and offers what to do. */
export function ProblemAlert({ problem, actions, children }: ProblemAlertProps) {
  const t = useTranslate();
  const { reload } = usePanelContext();
  const { title, reason, serverMessage, remedy } = problem;
  return (
    <Alert
      component="p"
      variant="danger"
      isInline
      isLiveRegion
      title={title}
      actionLinks={
        <>
          {remedy === "retry" ? null : (
            <AlertActionLink
              data-testid={remedy === "signIn" ? "signInAgain" : "reloadPage"}
              onClick={reload}
            >
              {t(remedy === "signIn" ? "problem.signInAgain" : "problem.reload")}
            </AlertActionLink>
          )}
          {actions}
        </>
      }
      className={pf("u-mb-md")}
      data-testid="presetsProblem"
    >
      {serverMessage === undefined ? null : (
        <p>{t("problem.serverSays", { message: serverMessage })}</p>
      )}
      <p>{reason}</p>
      {children}
    </Alert>
  );
}
