import { realmsOfFinePermissions, type Survey } from "../../access/survey/survey.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface SurveyNoticesProps {
  readonly surveys: readonly Survey[];
  /** Realms that could not be read. */
  readonly unread: readonly string[];
}

/** What could not be read, and what besides roles decides. */
export function SurveyNotices({ surveys, unread }: SurveyNoticesProps) {
  const t = useTranslate();
  const fine = realmsOfFinePermissions(surveys);
  const gaps = [...new Set(surveys.flatMap((it) => [...it.gaps]))];
  return (
    <>
      {unread.length === 0 ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          isPlain
          title={t("accounts.unreadRealms", { realms: joinNames(unread) })}
          className={pf("u-mt-sm")}
        />
      )}
      {(["on", "notKnown"] as const)
        .filter((kind) => fine[kind].length > 0)
        .map((kind) => (
          <Alert
            component="p"
            key={kind}
            variant="info"
            isInline
            isPlain={kind === "notKnown"}
            title={t(`accounts.fine.${kind}`, { realms: joinNames(fine[kind]) })}
            className={pf("u-mt-sm")}
            data-testid={`finePermissions-${kind}`}
          />
        ))}
      {gaps.map((gap) => (
        <Alert
          component="p"
          key={gap}
          variant="info"
          isInline
          isPlain
          title={t(`accounts.gap.${gap}`)}
          className={pf("u-mt-sm")}
        />
      ))}
    </>
  );
}
