import type { CSSProperties } from "react";
import { useTranslate } from "../../context/use-translate.ts";
import { ChoiceCard } from "./ChoiceCard.tsx";
import { type ChoiceProps, isChoice, refusedOf } from "./choice.ts";
import { jobsOf } from "./jobs.ts";

/** As many cards in a row as fit; the page with the clients has no styles for PatternFly's gallery. */
export const cardGrid: CSSProperties = {
  display: "grid",
  gridTemplateColumns: "repeat(auto-fill, minmax(min(17rem, 100%), 1fr))",
  gap: "1rem",
};

/** What most programs are for, one of which can be chosen; none is at first. */
export function JobCards({ presets, snapshot, chosen, onChoose }: ChoiceProps) {
  const t = useTranslate();
  return (
    <div role="radiogroup" aria-label={t("newClient.step1")} style={cardGrid} data-testid="jobs">
      {jobsOf(presets).map(({ id, preset }) => (
        <ChoiceCard
          key={id}
          group="new-client-job"
          id={id}
          title={t(`newClient.job.${id}`)}
          about={t(`newClient.job.${id}.who`)}
          presets={[preset]}
          isChosen={isChoice([preset], chosen)}
          refused={refusedOf([preset], snapshot)}
          onChoose={() => onChoose([preset])}
        />
      ))}
    </div>
  );
}
