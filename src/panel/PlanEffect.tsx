import { Text } from "@patternfly/react-core/dist/esm/components/Text/Text";
import { Title } from "@patternfly/react-core/dist/esm/components/Title/Title";
import { useMemo } from "react";
import type { Change } from "../access/grant.ts";
import { planEffect } from "../access/plan-effect.ts";
import type { Snapshot } from "../access/snapshot.ts";
import { CallsByFamily } from "./CallList.tsx";
import { Fold } from "./Fold.tsx";
import type { Knowledge } from "./load-knowledge.ts";
import { MeasuredOn } from "./MeasuredOn.tsx";
import { useTranslate } from "./use-translate.ts";

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
  const { before, after, gained, lost } = effect;
  return (
    <div data-testid="planEffect">
      <Title headingLevel="h2" size="md">
        {t("effect.title")}
      </Title>
      <Text>{t("effect.counts", { before, after, all: matrix.calls.length })}</Text>
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
      <Text component="small">
        <MeasuredOn knowledge={knowledge} />
      </Text>
    </div>
  );
}
