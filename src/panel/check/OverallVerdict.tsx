import type { ReactNode } from "react";
import type { Verdict } from "../../access/check/check-access.ts";
import type { Denial } from "../../access/check/denial.ts";
import type { OverallVerdict as Overall } from "../../access/check/overall-verdict.ts";
import type { Risk } from "../../access/model/risk.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { describeDenial } from "./describe-denial.ts";
import { FixButton } from "./FixButton.tsx";
import type { Answered } from "./use-own-call.ts";

interface OverallVerdictProps {
  readonly overall: Overall;
  /** The first thing that denies calls. */
  readonly denial: Denial | undefined;
  /** What the account's roles allow once that is fixed; undefined where that isn't known. */
  readonly heldRisk: Risk | undefined;
  /** What the check found of it. */
  readonly explanation: ReactNode;
  readonly areRolesAll: boolean;
  readonly isReading: boolean;
  /** Whether a test request can be made from here. */
  readonly isTestable: boolean;
  readonly tested: { readonly verdict: Verdict; readonly answer: Answered | undefined };
  /** Whether a change runs. */
  readonly isBusy: boolean;
  readonly onFix: () => void;
}

const variants = { ok: "success", problem: "danger", unknown: "info" } as const;

/**
 * What all checks together say, and the button that fixes what denies calls. That calls are allowed is said of
 * an answered test request alone.
 */
export function OverallVerdict(props: OverallVerdictProps) {
  const { overall, denial, explanation, areRolesAll, isReading, isTestable, tested } = props;
  const t = useTranslate();
  const { verdict, count } = overall;
  const isPlain = denial?.extent === "plain";
  return (
    <Alert
      component="p"
      variant={isPlain ? "warning" : variants[verdict]}
      isInline
      isLiveRegion
      title={title()}
      className={pf("u-mb-md")}
      data-testid="checkOverall"
      data-verdict={verdict}
    >
      {body()}
    </Alert>
  );

  function title(): string {
    if (denial !== undefined) {
      const reason = describeDenial(t, denial, areRolesAll);
      // Where only some are denied, the reason itself says which.
      return denial.extent === "all" ? t("denied.all", { reason }) : reason;
    }
    if (verdict === "ok") return t("check.overall.ok");
    if (tested.verdict === "problem") return t("check.overall.refused");
    if (verdict === "problem") return t("check.overall.problem", { count });
    if (isReading) return t("loading");
    return t(isTestable ? "check.overall.untested" : "check.overall.untestable");
  }

  function body(): ReactNode {
    if (denial !== undefined) {
      const { finding } = denial;
      return (
        <div data-testid={`check-${finding.id}`} data-verdict="problem">
          <p>{explanation}</p>
          <FixButton
            denial={denial}
            heldRisk={props.heldRisk}
            isBusy={props.isBusy}
            isRunning={props.isBusy}
            onFix={props.onFix}
            testId={`fix-${finding.id}`}
          />
        </div>
      );
    }
    if (verdict === "ok" && tested.answer !== undefined) {
      const { address, status } = tested.answer;
      return t("check.overall.ok.about", { address, status });
    }
    if (verdict !== "unknown" || isReading) return null;
    return t(isTestable ? "check.overall.untested.about" : "check.overall.untestable.about");
  }
}
