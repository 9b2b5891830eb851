import { useMemo } from "react";
import type { Change } from "../../access/model/grant.ts";
import type { Risk } from "../../access/model/risk.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { type PlanVerdict, planVerdict } from "../../access/plan/plan-verdict.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { RiskLabel } from "../parts/RiskLabel.tsx";

/** Red only where power grows to what is critical. */
function variantOf({ kind, after }: PlanVerdict): "danger" | "warning" | "info" {
  if (kind === "raises") return after?.level === "critical" ? "danger" : "info";
  return kind === "sameWorst" ? "warning" : "info";
}

interface PlanVerdictAlertProps {
  readonly change: Change;
  readonly snapshot: Snapshot;
}

/** What a plan comes to in a sentence, with the worst before and after. */
export function PlanVerdictAlert({ change, snapshot }: PlanVerdictAlertProps) {
  const t = useTranslate();
  const verdict = useMemo(() => planVerdict(change, snapshot), [change, snapshot]);
  if (verdict === undefined) return null;
  return (
    <Alert
      component="p"
      variant={variantOf(verdict)}
      isInline
      title={t(`plan.verdict.${verdict.kind}`)}
      className={pf("u-mb-md")}
      data-testid="planVerdict"
      data-verdict={verdict.kind}
    >
      <div>
        {t("plan.verdict.now")} <Worst risk={verdict.before} />
      </div>
      <div>
        {t("plan.verdict.after")} <Worst risk={verdict.after} />
      </div>
    </Alert>
  );
}

function Worst({ risk }: { readonly risk: Risk | undefined }) {
  const t = useTranslate();
  return risk === undefined ? t("plan.verdict.none") : <RiskLabel risk={risk} isWorstAlone />;
}
