import { riskOfRoles } from "../../access/model/risk.ts";
import { type Snapshot, toRoleReference } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { snapshotAfter } from "../../access/plan/snapshot-after.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { nameEnds } from "./name-ends.ts";

interface ChangedEndsProps {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** Which roles of a plan then end, which no longer do, and what an end doesn't do. */
export function ChangedEnds({ plan, snapshot }: ChangedEndsProps) {
  const t = useTranslate();
  if (plan.ends === undefined) return null;
  const { after } = plan.ends;
  const endsAny = [...after.values()].some((at) => at !== undefined);
  return (
    <div className={pf("u-mb-md")} data-testid="planEnds">
      {nameEnds(t, after).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {/* Scope mappings stay in the client when roles end. */}
      {endsAny && !snapshot.client.fullScopeAllowed ? <p>{t("ends.scopeStays")}</p> : null}
      {endsAny && isCriticalUntil(plan, snapshot) ? (
        <Alert
          component="p"
          variant="warning"
          isInline
          isPlain
          title={t("ends.canCancel")}
          data-testid="endCanBeCancelled"
        />
      ) : null}
    </div>
  );
}

/** Whether the account has critical access once the plan is carried out, until its roles end. */
function isCriticalUntil({ change }: Plan, snapshot: Snapshot): boolean {
  const { effective } = snapshotAfter(snapshot, change);
  return riskOfRoles([...effective].map(toRoleReference))?.level === "critical";
}
