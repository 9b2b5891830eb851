import { outermostRoles } from "../../access/model/resolve-roles.ts";
import type { Denial, PolicyVerdict } from "../../access/policy/judge-roles.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { describeDenial } from "./describe-denial.ts";

interface PolicyAlertProps {
  readonly beyond: PolicyVerdict["beyond"];
  readonly denial: Denial;
}

/** Says which of the roles that are held the built-in policy doesn't allow, and why. */
export function PolicyAlert({ beyond, denial }: PolicyAlertProps) {
  const t = useTranslate();
  const roles = joinNames(outermostRoles(beyond).map(nameRole));
  return (
    <Alert
      component="p"
      variant="danger"
      isInline
      title={t("policy.held", { roles })}
      className={pf("u-mb-md")}
      data-testid="policyAlert"
    >
      {describeDenial(t, denial)}
    </Alert>
  );
}
