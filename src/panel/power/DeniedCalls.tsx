import type { Denial, Power } from "../../access/check/power.ts";
import type { Change } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { emptyPlan } from "../../access/plan/plan.ts";
import type { Changes } from "../change/use-changes.ts";
import { useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface DeniedCallsProps {
  readonly denial: Denial;
  readonly power: Power;
  readonly snapshot: Snapshot;
  readonly changes: Changes;
}

/** Why calls are denied in spite of the roles, and the one button that changes it. */
export function DeniedCalls({ denial, power, snapshot, changes }: DeniedCallsProps) {
  const t = useTranslate();
  const { clientId } = snapshot.client;
  const fix = "fix" in denial ? denial.fix : undefined;
  const carryOut = (change: Change) => changes.carryOut({ ...emptyPlan, change });
  return (
    <Alert
      component="p"
      variant="danger"
      isInline
      title={explain()}
      className={pf("u-mb-md")}
      actionLinks={
        fix === undefined ? undefined : (
          <Button
            variant="link"
            isInline
            isLoading={changes.running === "plan"}
            isAriaDisabled={changes.running !== undefined}
            onClick={() => carryOut(fix)}
            data-testid="fixDenial"
          >
            {denial.kind === "scope"
              ? t("denied.fixScope", { count: denial.count })
              : t("denied.fixClientScope")}
          </Button>
        )
      }
      data-testid="deniedCalls"
    >
      {power.carried > 0 || power.heldRisk === undefined
        ? null
        : t("denied.onceFixed", { consequences: nameConsequences(t, power.heldRisk) })}
    </Alert>
  );

  function explain(): string {
    switch (denial.kind) {
      case "clientDisabled":
      case "userDisabled":
      case "secretEnded":
        return t(`denied.${denial.kind}`, { clientId });
      case "clientScope":
        return t("denied.lacksClientScope", { clientId, clientScope: denial.name });
      case "scope":
        return t("denied.outOfScope", { clientId, count: denial.count });
    }
  }
}
