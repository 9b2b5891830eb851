import { triedEscalations } from "../../access/presets/tried-escalations.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { plainList } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface TriedEscalationsProps {
  readonly roles: readonly RoleReference[];
  readonly knowledge: Knowledge;
}

/** Ways to reach more than the roles are for that were tried on real servers, and what came of them. */
export function TriedEscalations({ roles, knowledge }: TriedEscalationsProps) {
  const t = useTranslate();
  const tried = triedEscalations(roles, knowledge.escalations, knowledge.matrix.version);
  if (tried.length === 0) return t("tried.nothing");
  return (
    <>
      <ul style={plainList}>
        {tried.map((escalation) => (
          <li key={escalation.id}>
            {t(escalation.hasWorked ? "tried.worked" : "tried.refused", {
              version: escalation.version,
              what: knowledge.describeEscalation(escalation),
            })}
          </li>
        ))}
      </ul>
      <div className={pf("u-color-200 u-font-size-sm")}>{t("tried.noGuarantee")}</div>
    </>
  );
}
