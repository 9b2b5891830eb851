import type { PlanVerdict } from "../../access/plan/plan-verdict.ts";
import { raisesToCritical } from "../../access/plan/plan-verdict.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { PowerWarning } from "./PowerWarning.tsx";

interface PlanVerdictAlertProps {
  readonly verdict: PlanVerdict;
  /** The client ID, or those of several, as they are named in a sentence. */
  readonly clientId: string;
}

/** What a plan comes to in a sentence; red only where power grows to what is critical. */
export function PlanVerdictAlert({ verdict, clientId }: PlanVerdictAlertProps) {
  const t = useTranslate();
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
