import { type Risk, riskOfRoles } from "../../access/model/risk.ts";
import type { Extra } from "../../access/model/role-content.ts";
import type { Plan } from "../../access/plan/plan.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

const namesOf = (roles: readonly RoleReference[]) => joinNames(roles.map(({ name }) => name));

/** Power that a plan brings beside its presets: what comes with a role here, and what an account still holds. */
export function PlanSurprises({ plan: { extras, returning } }: { readonly plan: Plan }) {
  const t = useTranslate();
  return (
    <>
      {returning.length === 0 ? null : (
        <Surprise
          title={t("plan.returning", { roles: namesOf(returning) })}
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
    if (isUnknown) return t("plan.extra.unknown", { role: role.name });
    const roles = joinNames([...gives.map(({ name }) => name), ...others]);
    return t("plan.extra", { role: role.name, roles });
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
