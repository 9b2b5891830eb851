import { reverseEnds } from "../../access/ends/end-change.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { keptIn } from "../../access/plan/kept-in.ts";
import { isReached } from "../../access/plan/outcome.ts";
import { isWhole, type Plan, refusedRoles } from "../../access/plan/plan.ts";
import { whatStays } from "../../access/plan/what-stays.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { nameEnds } from "../ends/name-ends.ts";
import { Label, type LabelProps } from "../parts/patternfly/label.ts";
import { borderedItem } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { nameLine } from "../plan/name-grant.ts";
import { PlannedItem } from "./PlannedItem.tsx";
import { type BulkItem, type BulkStage, hasEffect } from "./use-bulk.ts";

interface BulkItemRowProps {
  readonly item: BulkItem;
  readonly plan: Plan | undefined;
  /** Why its roles can't have the end that was chosen; undefined where they can, and where none was. */
  readonly whyNotUntil: string | undefined;
  readonly stage: BulkStage;
}

type State =
  | "unread"
  | "nothing"
  | "refused"
  | "unavailable"
  | "planned"
  | "waiting"
  | "done"
  | "undone"
  | "failed";

const colors = {
  unread: "orange",
  nothing: "grey",
  refused: "orange",
  unavailable: "orange",
  planned: "blue",
  waiting: "grey",
  done: "green",
  undone: "grey",
  failed: "red",
} as const satisfies Record<State, LabelProps["color"]>;

/** Roles of the plan's presets that nobody can grant here. */
function rolesNotThere({ untouched }: Plan) {
  return untouched.filter(({ why }) => why === "notOnServer").map(({ role }) => role);
}

/** One client of a change of several: what would happen to it, or what happened. */
export function BulkItemRow({ item, plan, whyNotUntil, stage }: BulkItemRowProps) {
  const t = useTranslate();
  const { row, outcome, unread, snapshot, ends } = item;
  const { clientId } = row;
  const state = stateOf();
  return (
    <li style={borderedItem} data-testid={`bulk-${clientId}`} data-state={state}>
      <strong>{clientId}</strong> {row.realm === row.administers ? null : `→ ${row.administers} `}
      {state === undefined ? null : (
        <Label isCompact color={colors[state]}>
          {t(`bulk.state.${state}`)}
        </Label>
      )}{" "}
      {describe()}
      {state === "planned" && plan !== undefined && snapshot !== undefined ? (
        <PlannedItem {...{ plan, snapshot, ends }} realm={row.realm} />
      ) : null}
      {endsNow().map((line) => (
        <div key={line} className={pf("u-font-size-sm u-color-200")}>
          {line}
        </div>
      ))}
    </li>
  );

  function stateOf(): State | undefined {
    if (outcome !== undefined) {
      if (!isReached(outcome)) return "failed";
      return outcome.direction === "back" ? "undone" : "done";
    }
    if (unread !== undefined) return "unread";
    if (plan === undefined) return undefined;
    if (!isWhole(plan)) return rolesNotThere(plan).length > 0 ? "unavailable" : "refused";
    if (whyNotUntil !== undefined) return "unavailable";
    if (!hasEffect(plan)) return keptIn(plan).length > 0 ? "refused" : "nothing";
    return stage === "planning" ? "planned" : "waiting";
  }

  /** When roles end by what was done: known only where all of it was. */
  function endsNow(): readonly string[] {
    const changed = outcome?.attempt.ends;
    if (changed === undefined || outcome === undefined || !isReached(outcome)) return [];
    return nameEnds(t, (outcome.direction === "back" ? reverseEnds(changed) : changed).after);
  }

  function describe(): string {
    if (outcome !== undefined) {
      const lines = joinNames(outcome.lines.map((line) => nameLine(t, line)));
      if (isReached(outcome)) return lines;
      const reason =
        outcome.thrown === undefined
          ? t("problem.readBackDiffers")
          : describeProblem(t, outcome.thrown, t("attempts.change", { clientId })).reason;
      return `${reason} ${t("problem.holdsNow")} ${lines}`;
    }
    if (unread !== undefined) {
      return describeProblem(t, unread, t("attempts.show", { clientId })).reason;
    }
    return plan === undefined || snapshot === undefined ? "" : describePlan(plan, snapshot);
  }

  function describePlan(known: Plan, at: Snapshot): string {
    if (state === "nothing") {
      const { inherited = [] } = whatStays(known, at, []) ?? {};
      const roles = joinNames(inherited.map(nameRole));
      return inherited.length === 0 ? "" : t("plan.stays.inherited", { roles });
    }
    if (state !== "refused" && state !== "unavailable") return "";
    if (isWhole(known) && whyNotUntil !== undefined) return whyNotUntil;
    const roles =
      state === "refused" ? [...refusedRoles(known), ...keptIn(known)] : rolesNotThere(known);
    const denied = known.untouched.filter(({ why }) => why === "notAllowed");
    return [
      joinNames(roles.map(nameRole)),
      ...denied.map(({ role }) => t("untouched.notAllowed", { role: nameRole(role) })),
    ].join(" ");
  }
}
