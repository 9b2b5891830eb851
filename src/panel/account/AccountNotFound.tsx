import { useMemo, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { accountName } from "../../access/survey/survey.ts";
import { findOrCreateAccount } from "../../keycloak/client/find-account.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface AccountNotFoundProps {
  readonly snapshot: Snapshot;
  readonly handle: ClientStateHandle;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
}

/**
 * No user has the usual name: the account may have another one, or not exist. Only asking the server for
 * it tells, and that creates a missing one: so a person decides.
 */
export function AccountNotFound({ snapshot, handle, isBusy, onCheck }: AccountNotFoundProps) {
  const t = useTranslate();
  const { clientId, clientUuid } = snapshot.client;
  const username = accountName(clientId);
  const isTaken = snapshot.account.kind === "nameTaken";
  const [isAsked, setIsAsked] = useState(false);
  const { subject, loadLinked } = handle;
  const find = useMemo(
    () =>
      isAsked
        ? async (signal: AbortSignal) => {
            const account = await findOrCreateAccount(subject.api, clientUuid);
            if (!signal.aborted) loadLinked(account);
          }
        : undefined,
    [isAsked, subject, clientUuid, loadLinked],
  );
  const { state, reload } = useAsync(find);
  return (
    <div className={pf("u-mb-lg")} data-testid="accountNotFound">
      <Alert
        component="p"
        variant="warning"
        isInline
        title={t(isTaken ? "account.nameTaken.title" : "account.notFound.title")}
        className={pf("u-mb-md")}
      >
        {t(isTaken ? "account.nameTaken" : "account.notFound", { clientId, username })}
      </Alert>
      {state.kind === "failed" ? (
        <ProblemAlert
          problem={describeProblem(t, state.thrown, t("attempts.readServiceAccount", { clientId }))}
          actions={null}
        />
      ) : null}
      {isTaken ? null : (
        <Button
          variant="secondary"
          isLoading={state.kind === "loading"}
          isAriaDisabled={isBusy || state.kind === "loading"}
          onClick={() => (isAsked ? reload() : setIsAsked(true))}
          data-testid="findOrCreateAccount"
        >
          {t("account.findOrCreate")}
        </Button>
      )}{" "}
      <Button variant="link" onClick={onCheck} data-testid="check">
        {t("summary.check")}
      </Button>
    </div>
  );
}
