import type { Denial } from "../../access/check/denial.ts";
import type { Power } from "../../access/check/power.ts";
import { emptyPlan } from "../../access/plan/plan.ts";
import type { Changes } from "../change/use-changes.ts";
import { describeDenial, explainDenial } from "../check/describe-denial.ts";
import { FixButton } from "../check/FixButton.tsx";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useRealmSays } from "../permissions/realm-context.ts";

interface DeniedCallsProps {
  readonly denial: Denial;
  readonly power: Power;
  readonly changes: Changes;
}

/** Why calls are denied, as the access check says it, and the one button that changes it. */
export function DeniedCalls({ denial, power, changes }: DeniedCallsProps) {
  const t = useTranslate();
  const { fix, extent, finding } = denial;
  const { permissions, tokenEndpoint = "" } = useRealmSays();
  const areRolesAll = permissions?.kind === "off";
  return (
    <Alert
      component="p"
      variant={extent === "plain" ? "warning" : "danger"}
      isInline
      title={describeDenial(t, denial, areRolesAll)}
      className={pf("u-mb-md")}
      data-testid="deniedCalls"
      data-denial={finding.id}
    >
      {explainDenial(t, denial, areRolesAll, tokenEndpoint)}
      <FixButton
        denial={denial}
        heldRisk={power.heldRisk?.level === power.risk?.level ? undefined : power.heldRisk}
        isBusy={changes.running !== undefined}
        isRunning={changes.running === "plan"}
        onFix={() => {
          if (fix !== undefined) changes.carryOut({ ...emptyPlan, change: fix });
        }}
        testId="fixDenial"
      />
    </Alert>
  );
}
