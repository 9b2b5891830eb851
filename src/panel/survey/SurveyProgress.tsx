import type { AccountRow } from "../../access/survey/account-rows.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SurveyFailure } from "./SurveyFailure.tsx";
import { SurveyNotices } from "./SurveyNotices.tsx";
import type { SurveyHandle } from "./use-survey.ts";

interface SurveyProgressProps {
  readonly survey: SurveyHandle;
  readonly rows: readonly AccountRow[];
  /** Whether all was read, so that what is counted is final. */
  readonly isComplete: boolean;
}

/** How many service accounts there are, how far the reading has come, and what could not be read. */
export function SurveyProgress({ survey, rows, isComplete }: SurveyProgressProps) {
  const t = useTranslate();
  const { realm, isMaster } = usePanelContext();
  const { status, surveys, scope, unread, read, stop, isSettled } = survey;
  // What can't act now, or isn't known to belong to a client, is counted apart.
  const acting = rows.filter(({ state }) => state !== "leftover" && state !== "unlinked");
  const powerful = acting.filter(({ held }) => held.length > 0).length;
  const areAllRead = scope === "allRealms";
  const again = () => read(scope);
  const others = (["noUser", "leftover", "unlinked"] as const).flatMap((kind) => {
    const count = rows.filter(({ state }) => state === kind).length;
    return count === 0 ? [] : [t(`accounts.${kind}`, { count })];
  });
  const counts = isComplete
    ? [
        t("accounts.count", { count: acting.length }),
        t(powerKey(), { count: powerful }),
        ...others,
      ].join(" ")
    : t("accounts.countsUnknown");
  function powerKey() {
    if (surveys.some(({ gaps }) => gaps.size > 0)) return "accounts.withPowerAtLeast";
    return rows.some(({ state }) => state === "noUser")
      ? "accounts.withPowerKnown"
      : "accounts.withPower";
  }
  const failure =
    status.kind === "failed" ? (
      <SurveyFailure thrown={status.thrown} isOldShown={isSettled} onRetry={again} />
    ) : null;
  if (failure !== null && !isSettled) return failure;
  return (
    <div
      className={pf("u-mb-md")}
      data-testid="surveyProgress"
      data-status={status.kind}
      data-powers={surveys.at(-1)?.progress.arePowersRead === true ? "read" : "reading"}
    >
      {failure}
      <span>{counts} </span>
      <span className={pf("u-screen-reader")} role="status">
        {status.kind === "done" ? counts : ""}
      </span>
      {status.kind === "reading" ? (
        <span className={pf("u-color-200")}>
          <Spinner size="sm" aria-label={t("accounts.reading")} /> <Reading survey={survey} />{" "}
          <Button variant="link" isInline onClick={stop} data-testid="stopSurvey">
            {t("accounts.stop")}
          </Button>
        </span>
      ) : (
        <>
          {status.kind === "stopped" ? (
            <strong>{t(isSettled ? "accounts.oldShown" : "accounts.stopped")} </strong>
          ) : null}
          <Button variant="link" isInline onClick={again} data-testid="readAgain">
            {t("accounts.readAgain")}
          </Button>
          {isMaster ? (
            <>
              {" · "}
              <Button
                variant="link"
                isInline
                onClick={() => read(areAllRead ? "realm" : "allRealms")}
                data-testid="allRealms"
              >
                {t(areAllRead ? "accounts.oneRealm" : "accounts.allRealms", { realm })}
              </Button>
            </>
          ) : null}
        </>
      )}
      <SurveyNotices surveys={surveys} unread={unread} />
    </div>
  );
}

/** What is being read; with a total only where that is known. */
function Reading({ survey: { surveys, realms, isSettled } }: Pick<SurveyProgressProps, "survey">) {
  const t = useTranslate();
  const going = surveys.at(-1);
  if (isSettled) return t("accounts.refreshing");
  if (going === undefined) return t("accounts.reading");
  const { progress, administers } = going;
  if (realms !== undefined) {
    const done = new Set(surveys.map((it) => it.administers)).size;
    return t("accounts.readingRealms", { realm: administers, done, realms });
  }
  return progress.arePowersRead
    ? t("accounts.readingClients", { count: progress.clientsRead })
    : t("accounts.readingRoles");
}
