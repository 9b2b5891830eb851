import { useMemo } from "react";
import { riskOfRoles } from "../../access/model/risk.ts";
import { reachOf } from "../../access/presets/preset-reach.ts";
import type { PresetRole } from "../../access/presets/preset-state.ts";
import { families, familyOf } from "../../catalog/calls/families.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { MeasuredOn } from "../parts/MeasuredOn.tsx";
import { pf } from "../parts/patternfly-classes.ts";

interface RoleExplanationProps {
  readonly role: PresetRole;
  readonly knowledge: Knowledge;
}

/** What a role allows alone, what it includes, and what its holder can do at worst. */
export function RoleExplanation({ role, knowledge }: RoleExplanationProps) {
  const t = useTranslate();
  const { matrix, familyName } = knowledge;
  const reach = useMemo(() => reachOf([role], [], matrix), [role, matrix]);
  const isMeasured =
    (role.container === "admin" && matrix.roles.includes(role.name)) ||
    (role.container === "realm" && matrix.masterRoles.includes(role.name));
  const included = isMeasured ? (matrix.includes.get(role.name) ?? []) : [];
  const consequences = riskOfRoles([role])?.consequences ?? [];
  const counted = families.flatMap((family) => {
    const count = reach.allowed.filter(({ path }) => familyOf(path) === family).length;
    return count === 0 ? [] : [`${familyName(family)} (${count})`];
  });
  const counts = { count: reach.allowed.length, all: matrix.calls.length };
  return (
    <>
      <p>{t(`role.${role.state}`, { role: nameRole(role) })}.</p>
      {included.length === 0 ? null : (
        <p>{t("roleExplanation.includes", { roles: joinNames(included) })}</p>
      )}
      {consequences.map(({ id }) => (
        <p key={id}>{t(`consequence.${id}.reason`)}</p>
      ))}
      {isMeasured ? (
        <>
          <p>
            {t("roleExplanation.allows", counts)} {joinNames(counted)}.
          </p>
          {reach.filtered.length === 0 ? null : (
            <p>{t("roleExplanation.seems", { count: reach.filtered.length })}</p>
          )}
          <p className={pf("u-color-200 u-font-size-sm")}>
            <MeasuredOn knowledge={knowledge} />
          </p>
        </>
      ) : (
        <p>{t("roleExplanation.notMeasured", { version: matrix.version })}</p>
      )}
    </>
  );
}
