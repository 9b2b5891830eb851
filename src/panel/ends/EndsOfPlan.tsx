import type { EndChange } from "../../access/ends/end-change.ts";
import { riskOfRoles } from "../../access/model/risk.ts";
import { type Snapshot, toRoleReference } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { formatTime, joinNames, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { EndField } from "./EndField.tsx";
import type { PlanWithEnds } from "./use-plan-ends.ts";
import { whyNoEnd } from "./why-no-end.ts";

interface EndsOfPlanProps {
  readonly planned: PlanWithEnds;
  readonly snapshot: Snapshot;
}

/** When the roles of a plan are to end, which of them then do, which no longer do, and what an end doesn't do. */
export function EndsOfPlan({ planned, snapshot }: EndsOfPlanProps) {
  const t = useTranslate();
  const { plan, ends, choice, choose, now } = planned;
  const { mode, presets } = plan.goal;
  return (
    <>
      {mode === "remove" || presets.length === 0 ? null : (
        <EndField
          choice={choice}
          onChoose={choose}
          whyNot={whyNoEnd(t, ends, { plan, snapshot })}
          canStay={plan.change.add.every(({ place }) => place !== "mapping")}
          now={now}
        />
      )}
      {plan.ends === undefined ? null : (
        <ChangedEnds
          ends={plan.ends}
          isCritical={isCriticalUntil(plan, snapshot)}
          keepsScope={!snapshot.client.fullScopeAllowed}
        />
      )}
    </>
  );
}

/** Whether the account has critical access once the plan is carried out, until its roles end. */
function isCriticalUntil({ change }: Plan, { effective }: Snapshot): boolean {
  const added = change.add.flatMap((grant) => (grant.place === "mapping" ? [grant.role] : []));
  return riskOfRoles([...[...effective].map(toRoleReference), ...added])?.level === "critical";
}

interface ChangedEndsProps {
  readonly ends: EndChange;
  readonly isCritical: boolean;
  /** Whether scope mappings stay in the client when roles end. */
  readonly keepsScope: boolean;
}

function ChangedEnds({ ends: { after }, isCritical, keepsScope }: ChangedEndsProps) {
  const t = useTranslate();
  const byMoment = new Map<number | undefined, string[]>();
  for (const [key, at] of after) {
    byMoment.set(at, [...(byMoment.get(at) ?? []), toRoleReference(key).name]);
  }
  const endsAny = [...after.values()].some((at) => at !== undefined);
  return (
    <div className={pf("u-mb-md")} data-testid="planEnds">
      {[...byMoment].map(([at, names]) => (
        <p key={at ?? "never"}>
          {at === undefined
            ? t("ends.noLonger", { roles: joinNames(names) })
            : t("ends.endsOn", { roles: joinNames(names), date: formatTime(at) })}
        </p>
      ))}
      {endsAny && keepsScope ? <p>{t("ends.scopeStays")}</p> : null}
      {endsAny && isCritical ? (
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
