import { type CSSProperties, type ReactNode, useMemo } from "react";
import type { Change } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { PlanVerdict } from "../../access/plan/plan-verdict.ts";
import { reachChange } from "../../access/plan/reach-change.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useKnowledge } from "../context/use-knowledge.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { KnowledgeFailure } from "../parts/WithKnowledge.tsx";
import { ReachCell } from "./ReachCell.tsx";
import { Worst } from "./RiskBeforeAfter.tsx";

interface PlanComparisonProps {
  readonly change: Change;
  readonly snapshot: Snapshot;
  readonly verdict: PlanVerdict;
}

const cell: CSSProperties = { padding: "0.125rem 0.5rem 0.125rem 0", verticalAlign: "baseline" };

/** What the client can do at worst and how far it reaches, before the plan and after it, side by side. */
export function PlanComparison({ change, snapshot, verdict }: PlanComparisonProps) {
  const t = useTranslate();
  const { consoleScript } = usePanelContext();
  const { state, value: knowledge } = useKnowledge();
  const families = useMemo(
    () =>
      knowledge === undefined
        ? undefined
        : reachChange(change, snapshot, knowledge.matrix, versionOfConsole(consoleScript)),
    [knowledge, change, snapshot, consoleScript],
  );
  const isReached = families?.filter(({ before, after }) => before !== "none" || after !== "none");
  const unreached = families?.filter((it) => it.before === "none" && it.after === "none") ?? [];
  return (
    <>
      <table style={{ width: "100%", tableLayout: "fixed" }} data-testid="planComparison">
        <thead>
          <tr className={pf("u-font-size-sm")}>
            <td style={{ ...cell, width: "30%" }} />
            <th scope="col" style={cell}>
              {t("plan.verdict.now")}
            </th>
            <th scope="col" style={cell}>
              {t("plan.verdict.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name={t("plan.worst")}>
            <Worst risk={verdict.before} />
            <Worst risk={verdict.after} />
          </Row>
          {isReached?.map(({ family, before, after, direction }) => (
            <Row key={family} name={t(`reach.family.${family}`)}>
              <ReachCell reach={before} isQuiet={direction === "same"} />
              <ReachCell reach={after} isQuiet={direction === "same"} direction={direction} />
            </Row>
          ))}
        </tbody>
      </table>
      {unreached.length === 0 ? null : (
        <p className={pf("u-font-size-sm u-color-200 u-mt-xs")}>
          {t("plan.unreached", {
            families: joinNames(unreached.map(({ family }) => t(`reach.family.${family}`))),
          })}
        </p>
      )}
      {families !== undefined ? null : state.kind === "failed" ? (
        <KnowledgeFailure />
      ) : (
        <div style={{ minHeight: "6rem" }}>
          <Spinner size="md" aria-label={t("knowledge.loading")} />
        </div>
      )}
    </>
  );
}

function Row({
  name,
  children,
}: {
  readonly name: string;
  readonly children: readonly ReactNode[];
}) {
  const [now, after] = children;
  return (
    <tr className={pf("u-font-size-sm")}>
      <th
        scope="row"
        style={{ ...cell, overflowWrap: "normal" }}
        className={pf("u-color-200 u-font-weight-normal")}
      >
        {name}
      </th>
      <td style={cell}>{now}</td>
      <td style={cell}>{after}</td>
    </tr>
  );
}
