import { useMemo } from "react";
import { accountRows } from "../../access/survey/account-rows.ts";
import { holdersOfCalls } from "../../access/survey/holders-of-calls.ts";
import type { Survey } from "../../access/survey/survey.ts";
import type { MeasuredCall } from "../../catalog/measured/measured-matrix.ts";
import { describeProblem } from "../context/describe-problem.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { compareNames, useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useRealmSurvey } from "./use-realm-survey.ts";

interface CallHoldersProps {
  readonly calls: readonly MeasuredCall[];
  readonly knowledge: Knowledge;
  /** The realm whose admin roles are looked at. */
  readonly administeredRealm: string;
}

/** Which service accounts of the realm have roles for calls; asked for by a button, since it reads the realm. */
export function CallHolders({ calls, knowledge, administeredRealm }: CallHoldersProps) {
  const t = useTranslate();
  const { realm } = usePanelContext();
  const { state, progress, start, stop } = useRealmSurvey(administeredRealm);
  const count = calls.length;
  const attempt = t("attempts.callHolders", { realm });
  return (
    <div className={pf("u-mt-md")} data-testid="callHolders">
      {state.kind === "idle" ? (
        <Button variant="link" isInline onClick={start} data-testid="askHolders">
          {t("holders.ask", { count })}
        </Button>
      ) : null}
      {state.kind === "loading" ? (
        <span className={pf("u-color-200")}>
          <Spinner size="sm" aria-label={t("holders.reading")} />{" "}
          {progress === undefined
            ? t("holders.reading")
            : t("holders.progress", { count: progress.requests })}{" "}
          <Button variant="link" isInline onClick={stop} data-testid="stopHolders">
            {t("holders.stop")}
          </Button>
        </span>
      ) : null}
      {state.kind === "failed" ? (
        <span>
          {describeProblem(t, state.thrown, attempt).reason}{" "}
          <Button variant="link" isInline onClick={start}>
            {t("problem.retry")}
          </Button>
        </span>
      ) : null}
      <div role="status">
        {state.kind === "done" ? <Found survey={state.value} {...{ calls, knowledge }} /> : null}
      </div>
    </div>
  );
}

interface FoundProps extends Pick<CallHoldersProps, "calls" | "knowledge"> {
  readonly survey: Survey;
}

const namedAtOnce = 5;

function Found({ survey, calls, knowledge: { matrix } }: FoundProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const { holders, dormant, notKnown } = useMemo(
    () => holdersOfCalls(calls, accountRows(survey, new Map()), survey.roles, matrix),
    [survey, calls, matrix],
  );
  const inOrder = [...holders].sort((a, b) => compareNames(a.clientId, b.clientId));
  const rest = inOrder.length - namedAtOnce;
  return (
    <>
      <strong>{t("holders.count", { count: holders.length })}</strong>
      {holders.length === 0 ? "" : ": "}
      {inOrder.slice(0, namedAtOnce).map(({ key, clientId, client }, index) => (
        <span key={key}>
          {index === 0 ? "" : ", "}
          {client === undefined ? (
            clientId
          ) : (
            <a href={addressOf({ realm: survey.realm, clientUuid: client.clientUuid })}>
              {clientId}
            </a>
          )}
        </span>
      ))}
      {rest > 0 ? ` ${t("holders.more", { count: rest })}` : ""}{" "}
      <span className={pf("u-color-200")}>
        {dormant.length === 0 ? "" : `${t("holders.dormant", { count: dormant.length })} `}
        {notKnown === 0 ? "" : `${t("holders.notKnown", { count: notKnown })} `}
        {survey.gaps.size === 0 ? "" : t("holders.gaps")}
      </span>
    </>
  );
}
