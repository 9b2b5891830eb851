import { storeClientId } from "../../access/custom/store-client-id.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { StoreFailure } from "./use-store-change.ts";

interface StoreFailureAlertProps {
  readonly failure: StoreFailure;
  /** What was tried, in words. */
  readonly attempt: string;
}

/** Says why a change of the realm's presets wasn't stored, and what to do. */
export function StoreFailureAlert({ failure, attempt }: StoreFailureAlertProps) {
  const t = useTranslate();
  if (failure.kind === "thrown") {
    return <ProblemAlert problem={describeProblem(t, failure.thrown, attempt)} actions={null} />;
  }
  const { change } = failure;
  return (
    <Alert
      component="p"
      variant="danger"
      isInline
      isLiveRegion
      title={t("problem.title", { attempt })}
      className={pf("u-mb-md")}
      data-testid="customNotStored"
    >
      {t(reasonOf(change), { client: storeClientId })}
    </Alert>
  );
}

function reasonOf(change: Extract<StoreFailure, { kind: "refused" }>["change"]) {
  if (change.kind !== "changed") return `custom.failed.${change.kind}` as const;
  return change.value === undefined ? "custom.failed.gone" : "custom.failed.changed";
}
