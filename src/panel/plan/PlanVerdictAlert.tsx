import { useMemo } from "react";
import type { Change } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { planVerdict, raisesToCritical } from "../../access/plan/plan-verdict.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { PowerWarning } from "./PowerWarning.tsx";

interface PlanVerdictAlertProps {
  readonly change: Change;
  readonly snapshot: Snapshot;
}

/** What a plan comes to in a sentence; red only where power grows to what is critical. */
export function PlanVerdictAlert({ change, snapshot }: PlanVerdictAlertProps) {
  const t = useTranslate();
  const verdict = useMemo(() => planVerdict(change, snapshot), [change, snapshot]);
  if (verdict === undefined) return null;
  const { clientId } = snapshot.client;
  const { kind, after } = verdict;
  const title = t(`plan.verdict.${kind}`);
  if (after !== undefined && raisesToCritical(verdict)) {
    return <PowerWarning title={title} clientId={clientId} risk={after} testId="planVerdict" />;
  }
  const [worst] = after?.consequences ?? [];
  const staysGrave = kind === "sameWorst" && ["critical", "high"].includes(after?.level ?? "");
  return (
    <Alert
      component="p"
      variant={staysGrave ? "warning" : "info"}
      isInline
      title={title}
      className={pf("u-mb-md")}
      data-testid="planVerdict"
      data-verdict={kind}
    >
      {staysGrave && worst !== undefined ? (
        <>
          <strong>{t(`consequence.${worst.id}`)}.</strong> {t(`consequence.${worst.id}.reason`)}
        </>
      ) : null}
    </Alert>
  );
}
