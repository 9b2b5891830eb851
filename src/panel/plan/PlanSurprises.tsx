import { outermostRoles } from "../../access/model/resolve-roles.ts";
import { type Risk, riskOfRoles } from "../../access/model/risk.ts";
import type { Extra } from "../../access/model/role-content.ts";
import type { Plan } from "../../access/plan/plan.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

const namesOf = (roles: readonly RoleReference[]) => joinNames(roles.map(nameRole));

interface PlanSurprisesProps {
  readonly plan: Pick<Plan, "change" | "extras" | "returning">;
  readonly clientId: string;
}

/**
 * What a plan brings beside its presets: applications that can no longer sign in, what comes with a role on
 * this server, and what an account still holds.
 */
export function PlanSurprises({ plan, clientId }: PlanSurprisesProps) {
  const t = useTranslate();
  const { change, extras, returning } = plan;
  return (
    <>
      {change.add.some((it) => it.place === "account" && it.wasPublic) ? (
        <Alert
          component="p"
          variant="danger"
          isInline
          title={t("plan.madeConfidential", { clientId })}
          className={pf("u-mb-md")}
          data-testid="planMadeConfidential"
        />
      ) : null}
      {returning.length === 0 ? null : (
        <Surprise
          title={t("plan.returning", { roles: namesOf(outermostRoles(returning)) })}
          risk={riskOfRoles(returning)}
          advice={t("plan.returning.advice")}
          testId="planReturning"
        />
      )}
      {extras.map((extra) => (
        <Surprise
          key={`${extra.role.container}:${extra.role.name}`}
          title={describe(extra)}
          risk={riskOfRoles(extra.gives)}
          testId="planExtra"
        />
      ))}
    </>
  );

  function describe({ role, gives, others, isUnknown }: Extra): string {
    if (isUnknown) return t("plan.extra.unknown", { role: nameRole(role) });
    const roles = joinNames([...outermostRoles(gives).map(nameRole), ...others]);
    return t("plan.extra", { role: nameRole(role), roles });
  }
}

interface SurpriseProps {
  readonly title: string;
  readonly risk: Risk | undefined;
  readonly advice?: string;
  readonly testId: string;
}

function Surprise({ title, risk, advice, testId }: SurpriseProps) {
  const t = useTranslate();
  return (
    <Alert
      component="p"
      variant={risk?.level === "critical" ? "danger" : "warning"}
      isInline
      title={title}
      className={pf("u-mb-md")}
      data-testid={testId}
    >
      {risk === undefined ? null : (
        <p>{t("summary.worst", { consequences: nameConsequences(t, risk) })}</p>
      )}
      {advice === undefined ? null : <p>{advice}</p>}
    </Alert>
  );
}
