import { useMemo } from "react";
import type { Change } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { planEffect } from "../../access/plan/plan-effect.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CallsByFamily } from "../parts/CallList.tsx";
import { Fold } from "../parts/Fold.tsx";
import { MeasuredOn } from "../parts/MeasuredOn.tsx";
import { Text, Title } from "../parts/patternfly/text.ts";

interface PlanEffectProps {
  readonly change: Change;
  readonly snapshot: Snapshot;
  readonly knowledge: Knowledge;
}

/** Effective access before and after: what the client could not do and then can, and what it no longer can. */
export function PlanEffect({ change, snapshot, knowledge }: PlanEffectProps) {
  const t = useTranslate();
  const { matrix } = knowledge;
  const effect = useMemo(() => planEffect(change, snapshot, matrix), [change, snapshot, matrix]);
  const { isKnown, before, after, gained, lost } = effect;
  return (
    <div data-testid="planEffect">
      <Title headingLevel="h2" size="md">
        {t("effect.title")}
      </Title>
      <Text>
        {isKnown
          ? t("effect.counts", { before, after, all: matrix.calls.length })
          : t("effect.notKnown")}
      </Text>
      {!isKnown || gained.length === 0 ? null : (
        <Fold text={t("effect.gained", { count: gained.length })}>
          {() => <CallsByFamily calls={gained} knowledge={knowledge} />}
        </Fold>
      )}
      {!isKnown || lost.length === 0 ? null : (
        <Fold text={t("effect.lost", { count: lost.length })}>
          {() => <CallsByFamily calls={lost} knowledge={knowledge} />}
        </Fold>
      )}
      <Text component="small">
        <MeasuredOn knowledge={knowledge} />
      </Text>
    </div>
  );
}
