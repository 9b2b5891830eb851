import { useState } from "react";
import { isEmptyChange } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import {
  type Attempt,
  type Direction,
  isReached,
  type Outcome,
} from "../../access/plan/outcome.ts";
import { emptyPlan, type Goal, isWhole, type Plan } from "../../access/plan/plan.ts";
import { isUndoable } from "../../access/plan/undo.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { carryOut, resume } from "../../keycloak/change/carry-out.ts";
import type { Subject } from "../../keycloak/change/read-now.ts";
import { carryOutWithOwnPresets } from "../../keycloak/custom/carry-out-with-own-presets.ts";
import { carryOutWithEnds } from "../../keycloak/ends/carry-out-with-ends.ts";
import { subjectOf } from "../client/subject-of.ts";
import { usePanelContext } from "../context/panel-context.ts";
import type { Ends } from "../ends/known-ends.ts";
import type { PlanOf } from "./create-plan-of.ts";
import { createReadOne, readItem } from "./create-read-one.ts";
import { useItemsInTurn } from "./use-items-in-turn.ts";

/** One of the chosen clients: what it holds, what would be done, and what came of it. */
export interface BulkItem {
  readonly row: AccountRow;
  readonly subject: Subject;
  readonly snapshot: Snapshot | undefined;
  /** When roles of its account end; undefined as long as it was not read. */
  readonly ends: Ends | undefined;
  /** Why it could not be read. */
  readonly unread: unknown;
  readonly outcome: Outcome | undefined;
}

/** Where the whole stands. */
export type BulkStage = "planning" | "running" | "stopped" | "ended";

/** What is being done, or was done last. */
export interface BulkRun {
  readonly direction: Direction;
  /** Keys of the rows that it is about. */
  readonly targets: ReadonlySet<string>;
}

/** A change of several clients, one after another. */
export interface BulkHandle {
  readonly items: readonly BulkItem[];
  readonly areRead: boolean;
  readonly stage: BulkStage;
  readonly run: BulkRun;
  /** Carries out the plans of these. */
  readonly begin: (planOf: PlanOf, items: readonly BulkItem[]) => void;
  /** Does what is left, from what the server holds by then. */
  readonly goOn: (planOf: PlanOf) => void;
  /** Takes back what was done, of every client. */
  readonly undo: () => void;
  /** Ends after the client that is being changed. */
  readonly stop: () => void;
}

/** Whether a plan changes roles, settings, or when roles end. */
export const hasEffect = ({ change, ends }: Plan): boolean =>
  !isEmptyChange(change) || ends !== undefined;

/** Whether a plan does something, and all that it is for. */
export function isDoable(plan: Plan | undefined): plan is Plan {
  return plan !== undefined && hasEffect(plan) && isWhole(plan);
}

/** Whether a client's change stopped before its end. */
export function isUnfinished({ outcome }: BulkItem): boolean {
  return outcome !== undefined && !isReached(outcome);
}

/** Whether a run has come to its end with a client. */
export function isDoneIn({ direction }: BulkRun, { outcome }: BulkItem): boolean {
  return outcome?.direction === direction && isReached(outcome);
}

const nothing: BulkRun = { direction: "forward", targets: new Set() };

/** Carries out a change with what it makes of ends, and of the marks of presets of the realm. */
function carryOutWhole(
  subject: Subject,
  goal: Goal,
  attempt: Attempt,
  direction: Direction,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const { ends } = attempt;
  return carryOutWithOwnPresets(subject, goal, attempt, direction, () =>
    ends === undefined ? act() : carryOutWithEnds(subject, { ...attempt, ends }, direction, act),
  );
}

/** Reads the chosen clients, and changes them one after another. */
export function useBulk(rows: readonly AccountRow[]): BulkHandle {
  const context = usePanelContext();
  const [readOne] = useState(() => createReadOne(context));
  const { items, changeInTurn, stop } = useItemsInTurn<BulkItem>(
    () =>
      rows.map((row) => ({
        row,
        subject: subjectOf(context, {
          clientUuid: row.client?.clientUuid ?? "",
          realm: row.realm,
          administers: row.administers,
          clientIdHint: row.client?.clientId,
        }),
        ...{ snapshot: undefined, ends: undefined, unread: undefined, outcome: undefined },
      })),
    readOne,
  );
  const [stage, setStage] = useState<BulkStage>("planning");
  const [run, setRun] = useState(nothing);

  const carryOutRun = async (next: BulkRun, act: (item: BulkItem) => Promise<Outcome>) => {
    setRun(next);
    setStage("running");
    const isStopped = await changeInTurn((item) => {
      if (!next.targets.has(item.row.key) || isDoneIn(next, item)) return undefined;
      return async () => {
        const outcome = await act(item);
        const { state } = outcome;
        return { outcome, ...(state?.kind === "ready" ? readItem(state) : {}) };
      };
    });
    // Where it was stopped during the last one, nothing is left to continue with.
    setStage(isStopped ? "stopped" : "ended");
  };

  const change = (planOf: PlanOf) => (item: BulkItem) => {
    const { snapshot, subject, outcome } = item;
    const plan = planOf(item);
    // Only what has a plan is a target.
    if (snapshot === undefined || plan === undefined) throw new Error("A client has no plan.");
    const attempt = outcome?.attempt ?? { change: plan.change, before: snapshot, ends: plan.ends };
    return carryOutWhole(subject, plan.goal, attempt, "forward", () =>
      outcome === undefined
        ? carryOut(subject, attempt, "forward", snapshot)
        : resume(subject, outcome, "forward"),
    );
  };
  const takeBack = ({ subject, outcome }: BulkItem) => {
    if (outcome === undefined) throw new Error("A client was not changed.");
    return carryOutWhole(subject, emptyPlan.goal, outcome.attempt, "back", () =>
      resume(subject, outcome, "back"),
    );
  };
  const keysOf = (isTarget: (item: BulkItem) => boolean) =>
    new Set(items.filter(isTarget).map(({ row }) => row.key));

  return {
    items,
    areRead: items.every(({ snapshot, unread }) => snapshot !== undefined || unread !== undefined),
    stage,
    run,
    begin: (planOf, begun) => {
      const targets = new Set(begun.map(({ row }) => row.key));
      void carryOutRun({ direction: "forward", targets }, change(planOf));
    },
    goOn: (planOf) =>
      void carryOutRun(run, run.direction === "forward" ? change(planOf) : takeBack),
    undo: () => {
      const targets = keysOf(({ outcome }) => outcome !== undefined && isUndoable(outcome));
      void carryOutRun({ direction: "back", targets }, takeBack);
    },
    stop,
  };
}
