import { useMemo } from "react";
import { heldRoles } from "../../access/model/held-admin-roles.ts";
import { familiesByReach, reachOfHeld } from "../../access/model/reach-of-held.ts";
import { riskOfRoles } from "../../access/model/risk.ts";
import { roleKey } from "../../access/model/snapshot.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useKnowledge } from "../context/use-knowledge.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { pf, pfToken } from "../parts/patternfly-classes.ts";
import { RiskBadge } from "../parts/RiskLabel.tsx";
import { reachMarks } from "../parts/reach-marks.ts";
import { KnowledgeFailure } from "../parts/WithKnowledge.tsx";
import { isSettled, type RoleFact } from "./use-role-facts.ts";

interface PresetPowerProps {
  readonly facts: readonly RoleFact[];
  readonly isMaster: boolean;
}

/** What all roles of the preset allow together: the worst, how far they reach, and what of them isn't measured. */
export function PresetPower({ facts, isMaster }: PresetPowerProps) {
  const t = useTranslate();
  const risk = riskOfRoles(facts.flatMap(({ admin }) => admin));
  const unmeasured = facts.filter(({ isMeasured }) => !isMeasured).length;
  const isSure = facts.every(isSettled);
  const isUnreadable = facts.some(
    ({ named, content }) => named === "notKnown" || content?.kind === "notKnown",
  );
  return (
    <div
      className={pf("u-p-sm u-mb-sm")}
      style={{ background: pfToken("BackgroundColor--200") }}
      data-testid="customPower"
      aria-busy={!isSure}
    >
      <div data-testid="customWorst">
        <strong>{t("custom.worst")}</strong>{" "}
        {risk === undefined ? (
          isSure && !isUnreadable ? (
            t("custom.worst.none")
          ) : null
        ) : (
          <>
            <RiskBadge risk={risk} isCompact /> {nameConsequences(t, risk)}
          </>
        )}
        {isSure ? null : <span className={pf("u-color-200")}> {t("custom.worst.reading")}</span>}
        {isUnreadable ? <span> {t("custom.worst.unreadable")}</span> : null}
      </div>
      <Reach facts={facts} isMaster={isMaster} />
      {unmeasured === 0 ? null : (
        <div className={pf("u-font-size-sm u-mt-xs")} data-testid="customUnmeasured">
          {t("custom.unmeasured", { count: unmeasured })}
        </div>
      )}
    </div>
  );
}

/** How far the roles reach in the Admin API, the most first. */
function Reach({ facts, isMaster }: PresetPowerProps) {
  const t = useTranslate();
  const { consoleScript } = usePanelContext();
  const { state, value: knowledge } = useKnowledge();
  const key = facts.flatMap(({ admin }) => admin.map(roleKey)).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which roles they are.
  const reach = useMemo(() => {
    if (knowledge === undefined) return undefined;
    const keys = new Set(facts.flatMap(({ admin }) => admin.map(roleKey)));
    const { matrix } = knowledge;
    const offered = new Set(matrix.roles.map((name) => roleKey({ container: "admin", name })));
    const held = heldRoles(keys, new Set(), { roles: offered, isMaster });
    return reachOfHeld(held, matrix, versionOfConsole(consoleScript));
  }, [knowledge, key, isMaster, consoleScript]);
  if (state.kind === "failed") return <KnowledgeFailure />;
  const kinds = reach && familiesByReach(reach);
  return (
    <div className={pf("u-font-size-sm u-mt-xs")} aria-busy={kinds === undefined}>
      {t("reach.title")}:{" "}
      {kinds === undefined ? (
        "…"
      ) : kinds.length === 0 ? (
        t("reach.kind.none")
      ) : (
        <ul style={{ margin: 0 }} data-testid="customReach">
          {kinds.map(({ kind, families }) => (
            <li
              key={kind}
              style={{
                listStyle: "none",
                borderInlineStart: `3px solid ${reachMarks[kind]}`,
                paddingInlineStart: "0.5rem",
              }}
            >
              {t(`reach.kind.${kind}`)}:{" "}
              {joinNames(families.map((family) => t(`reach.family.${family}`)))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
