import type { OverallVerdict as Overall } from "../../access/check/overall-verdict.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface OverallVerdictProps {
  readonly overall: Overall;
  readonly isReading: boolean;
  /** Whether a test request can be made from here. */
  readonly isTestable: boolean;
}

const variants = { ok: "success", problem: "danger", unknown: "info" } as const;

/** What all checks together say: that it works is said of an answered test request alone. */
export function OverallVerdict({ overall, isReading, isTestable }: OverallVerdictProps) {
  const t = useTranslate();
  const { verdict, count } = overall;
  const title = () => {
    if (verdict === "problem") return t("check.overall.problem", { count });
    if (verdict === "ok") return t("check.overall.ok");
    if (isReading) return t("loading");
    return t(isTestable ? "check.overall.untested" : "check.overall.untestable");
  };
  return (
    <Alert
      component="p"
      variant={variants[verdict]}
      isInline
      isPlain
      isLiveRegion
      title={title()}
      className={pf("u-mb-md")}
      data-testid="checkOverall"
      data-verdict={verdict}
    />
  );
}
