import { useMemo } from "react";
import type { Change } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { planEffect } from "../../access/plan/plan-effect.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CallsByFamily } from "../parts/CallList.tsx";
import { Fold } from "../parts/Fold.tsx";
import { MeasuredOn } from "../parts/MeasuredOn.tsx";
import { pf } from "../parts/patternfly-classes.ts";

interface PlanCallsProps {
  readonly change: Change;
  readonly snapshot: Snapshot;
  readonly knowledge: Knowledge;
}

/** The calls that a client could not make before a plan and then can, and those that it no longer can. */
export function PlanCalls({ change, snapshot, knowledge }: PlanCallsProps) {
  const t = useTranslate();
  const { matrix } = knowledge;
  const effect = useMemo(() => planEffect(change, snapshot, matrix), [change, snapshot, matrix]);
  const { isKnown, gained, lost } = effect;
  if (!isKnown) return <p data-testid="planEffect">{t("effect.notKnown")}</p>;
  return (
    <div data-testid="planEffect">
      {gained.length + lost.length === 0 ? <p>{t("effect.none")}</p> : null}
      {gained.length === 0 ? null : (
        <Fold text={t("effect.gained", { count: gained.length })}>
          {() => <CallsByFamily calls={gained} knowledge={knowledge} />}
        </Fold>
      )}
      {lost.length === 0 ? null : (
        <Fold text={t("effect.lost", { count: lost.length })}>
          {() => <CallsByFamily calls={lost} knowledge={knowledge} />}
        </Fold>
      )}
      <p className={pf("u-font-size-xs u-color-200 u-mt-xs")}>
        <MeasuredOn knowledge={knowledge} />
      </p>
    </div>
  );
}
