import { describeProblem } from "../context/describe-problem.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Alert, AlertActionLink } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { Stage } from "./making/use-new-client.ts";
import type { BasisHandle } from "./making/use-new-client-basis.ts";

interface NewClientNoticesProps {
  readonly administeredRealm: string;
  readonly basis: BasisHandle;
  /** What was wanted before and not made, and why. */
  readonly failed: Extract<Stage, { kind: "form" }>["failed"];
}

/** What failed, what could not be read, and what the administrator lacks. */
export function NewClientNotices({ administeredRealm, basis, failed }: NewClientNoticesProps) {
  const t = useTranslate();
  const { lacking, unread, retry } = basis;
  return (
    <>
      {failed === undefined ? null : (
        <ProblemAlert
          problem={describeProblem(
            t,
            failed.thrown,
            t("attempts.createClient", { clientId: failed.wish.clientId }),
          )}
          actions={null}
        >
          <p>{t("newClient.nothingMade")}</p>
        </ProblemAlert>
      )}
      {unread === undefined ? null : (
        <ProblemAlert
          problem={describeProblem(
            t,
            unread,
            t("attempts.listRoles", { realm: administeredRealm }),
          )}
          actions={
            <AlertActionLink onClick={retry} data-testid="retry">
              {t("problem.retry")}
            </AlertActionLink>
          }
        />
      )}
      {lacking.length === 0 ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          title={t("newClient.lacking", { roles: joinNames(lacking) })}
          className={pf("u-mb-md")}
          data-testid="newClientLacking"
        />
      )}
    </>
  );
}
