import type { Snapshot } from "../../access/model/snapshot.ts";
import { isWhole, type Plan } from "../../access/plan/plan.ts";
import { useTranslate } from "../context/use-translate.ts";
import { EndField } from "../ends/EndField.tsx";
import type { Ends } from "../ends/known-ends.ts";
import type { ChosenEnd } from "../ends/use-end-choice.ts";
import { whyNoEnd } from "../ends/why-no-end.ts";

interface BulkEndFieldProps {
  readonly chosen: ChosenEnd;
  /** The plans of the clients that were read. */
  readonly plans: readonly {
    readonly plan: Plan;
    readonly snapshot: Snapshot;
    readonly ends: Ends;
  }[];
}

/** When the roles that several clients are given are to end: it can be chosen where one of them can have an end. */
export function BulkEndField({ chosen, plans }: BulkEndFieldProps) {
  const t = useTranslate();
  const { choice, choose, now, end } = chosen;
  const giving = plans.filter(({ plan }) => plan.goal.presets.length > 0 && isWhole(plan));
  if (giving.length === 0) return null;
  const reasons = giving.map(({ plan, snapshot, ends }) => whyNoEnd(t, ends, { plan, snapshot }));
  // What was chosen stays so until the person chooses otherwise: each client then says why it can't have it.
  const isOpen = reasons.includes(undefined) || typeof end === "number";
  return (
    <EndField
      choice={choice}
      onChoose={choose}
      whyNot={isOpen ? undefined : [...new Set(reasons)].join(" ")}
      canStay={giving.some(({ plan }) => plan.change.add.every(({ place }) => place !== "mapping"))}
      now={now}
    />
  );
}
