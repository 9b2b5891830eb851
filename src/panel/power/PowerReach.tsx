import { type CSSProperties, useMemo } from "react";
import { rolesInForce } from "../../access/model/held-admin-roles.ts";
import { reachOfHeld, secretsReadBy } from "../../access/model/reach-of-held.ts";
import type { Risk } from "../../access/model/risk.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { reachFamilies } from "../../catalog/calls/reach.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useKnowledge } from "../context/use-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { reachMarks } from "../parts/reach-marks.ts";
import { KnowledgeFailure } from "../parts/WithKnowledge.tsx";

const row: CSSProperties = {
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(6rem, 1fr))",
  gap: "0.5rem 0.25rem",
};

interface PowerReachProps {
  readonly snapshot: Snapshot;
  /** The worst that the roles in its tokens allow, where that is known. */
  readonly risk: Risk | undefined;
}

/**
 * How far the roles in the client's tokens reach, family by family, as it was measured. The tiles are there
 * before what was measured is loaded, so that nothing moves. Without a role in its tokens there is nothing to show.
 */
export function PowerReach({ snapshot, risk }: PowerReachProps) {
  const t = useTranslate();
  const { consoleScript } = usePanelContext();
  const { state, value: knowledge } = useKnowledge();
  const roles = useMemo(() => rolesInForce(snapshot), [snapshot]);
  const { reach, secrets } = useMemo(() => {
    if (knowledge === undefined) return {};
    const version = versionOfConsole(consoleScript);
    return {
      reach: reachOfHeld(roles, knowledge.matrix, version),
      secrets: secretsReadBy(roles, knowledge.matrix, version),
    };
  }, [knowledge, roles, consoleScript]);
  if (roles.names.size === 0 && roles.possible.size === 0) return null;
  const families = reach === undefined ? reachFamilies : [...reach.keys()];
  const isFailed = state.kind === "failed";
  return (
    <>
      <dl
        style={row}
        aria-label={t("reach.title")}
        aria-busy={reach === undefined && !isFailed}
        data-testid="powerReach"
      >
        {families.map((family) => {
          const kind = isFailed ? "notKnown" : (reach?.get(family) ?? "loading");
          const isQuiet = ["none", "notKnown", "readsPart", "loading"].includes(kind);
          return (
            <div
              key={family}
              style={{
                borderInlineStart: `3px solid ${kind === "loading" ? "transparent" : reachMarks[kind]}`,
                paddingInlineStart: "0.25rem",
              }}
              data-testid={`reach-${family}`}
              data-reach={kind}
            >
              <dt className={pf("u-font-size-xs u-color-200")}>{t(`reach.family.${family}`)}</dt>
              <dd
                className={pf(`u-font-size-sm ${isQuiet ? "u-color-200" : "u-font-weight-bold"}`)}
              >
                {kind === "loading" ? "…" : t(`reach.kind.${kind}`)}
              </dd>
              {kind !== "readsSecrets" && secrets?.has(family) === true ? (
                <dd className={pf("u-font-size-sm")}>{t("reach.kind.readsSecrets")}</dd>
              ) : null}
            </div>
          );
        })}
      </dl>
      {families.some((family) => reach?.get(family) === "canEscalate") &&
      risk !== undefined &&
      risk.level !== "critical" ? (
        <p className={pf("u-font-size-sm u-mt-sm")}>{t("reach.escalatesWithin")}</p>
      ) : null}
      {isFailed ? <KnowledgeFailure /> : null}
    </>
  );
}
