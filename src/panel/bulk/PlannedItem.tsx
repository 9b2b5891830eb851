import { useMemo } from "react";
import { endOfRoles } from "../../access/ends/account-ends.ts";
import { byMoment } from "../../access/ends/by-moment.ts";
import { nameOfGrant } from "../../access/model/grant.ts";
import { type Snapshot, toRoleReference } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { planVerdict } from "../../access/plan/plan-verdict.ts";
import { stepsOf } from "../../access/plan/steps.ts";
import { whatStays } from "../../access/plan/what-stays.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { nameRole } from "../context/name-role.ts";
import { formatTime, joinNames, useTranslate } from "../context/use-translate.ts";
import { ChangedEnds } from "../ends/ChangedEnds.tsx";
import type { Ends } from "../ends/known-ends.ts";
import { Fold } from "../parts/Fold.tsx";
import { pf } from "../parts/patternfly-classes.ts";
import { nameBlocked } from "../plan/name-grant.ts";
import { nameStep } from "../plan/name-step.ts";
import { PlanSurprises } from "../plan/PlanSurprises.tsx";
import { RiskBeforeAfter } from "../plan/RiskBeforeAfter.tsx";
import { BulkItemDetails } from "./BulkItemDetails.tsx";

interface PlannedItemProps {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  /** The client's own realm. */
  readonly realm: string;
  /** When roles of the account end; undefined where that isn't known. */
  readonly ends: Ends | undefined;
}

/** What would be done with one of several clients: what it comes to, its steps, and all else on demand. */
export function PlannedItem({ plan, snapshot, realm, ends }: PlannedItemProps) {
  const t = useTranslate();
  const { change, goal, alsoEnds, blocked } = plan;
  const verdict = useMemo(() => planVerdict(change, snapshot), [change, snapshot]);
  const inherited = useMemo(
    () => whatStays({ change, goal }, snapshot, [])?.inherited ?? [],
    [change, goal, snapshot],
  );
  const lines = [
    ...stepsOf(change).map((step) => ({
      key: `${step.direction} ${step.place} ${step.grants.map(nameOfGrant)}`,
      text: nameStep(t, step, snapshot),
    })),
    ...blocked.map((grant) => {
      const text = nameBlocked(t, grant);
      return { key: text, text };
    }),
    ...(alsoEnds.length === 0 ? [] : [line("confirm.remove.alsoEnds")]),
    ...(inherited.length === 0 ? [] : [line("plan.stays.inherited")]),
    ...[...byMoment(endsKept())].map(([at, keys]) => {
      const roles = joinNames(keys.map((key) => nameRole(toRoleReference(key))));
      const text = t("bulk.endsStay", { roles, date: formatTime(at) });
      return { key: text, text };
    }),
  ];
  return (
    <div className={pf("u-mt-xs")}>
      {verdict === undefined ? null : (
        <div data-testid="bulkVerdict" data-verdict={verdict.kind}>
          {t(`plan.verdict.${verdict.kind}`)} <RiskBeforeAfter verdict={verdict} />
        </div>
      )}
      <div className={pf("u-font-size-sm u-color-200 u-my-xs")}>
        {lines.map(({ key, text }) => (
          <div key={key}>{text}</div>
        ))}
      </div>
      <ChangedEnds {...{ plan, snapshot }} />
      <PlanSurprises plan={plan} clientId={snapshot.client.clientId} />
      <Fold text={t("bulk.details")}>
        {() => <BulkItemDetails {...{ plan, verdict, snapshot, realm }} />}
      </Fold>
    </div>
  );

  /** The ends of assigned roles that the plan leaves as they are. */
  function endsKept() {
    if (ends?.kind !== "read") return [];
    return [...endOfRoles(ends.ends)].filter(
      ([role]) => snapshot.mapped.has(role) && plan.ends?.after.has(role) !== true,
    );
  }

  function line(key: "confirm.remove.alsoEnds" | "plan.stays.inherited") {
    const presets = joinNames(alsoEnds.map((preset) => nameOf(t, preset)));
    const roles = joinNames(inherited.map(nameRole));
    return { key, text: t(key, { presets, roles }) };
  }
}
