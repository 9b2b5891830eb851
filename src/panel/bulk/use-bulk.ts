import { useState } from "react";
import type { Store } from "../../access/custom/store-of.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import { isEmptyChange } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { type Direction, isReached, type Outcome } from "../../access/plan/outcome.ts";
import { emptyPlan, isWhole, type Plan } from "../../access/plan/plan.ts";
import { isUndoable } from "../../access/plan/undo.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import { carryOut, resume } from "../../keycloak/change/carry-out.ts";
import type { Subject } from "../../keycloak/change/read-now.ts";
import { readClientState } from "../../keycloak/client/read-client-state.ts";
import { carryOutWithOwnPresets } from "../../keycloak/custom/carry-out-with-own-presets.ts";
import { presetPlaceOf } from "../../keycloak/custom/preset-place.ts";
import { readRealmPresets } from "../../keycloak/custom/read-realm-presets.ts";
import { readStore } from "../../keycloak/custom/read-store.ts";
import { subjectOf } from "../client/subject-of.ts";
import { usePanelContext } from "../context/panel-context.ts";
import type { PlanOf } from "./create-plan-of.ts";
import { useItemsInTurn } from "./use-items-in-turn.ts";

/** One of the chosen clients: what it holds, what would be done, and what came of it. */
export interface BulkItem {
  readonly row: AccountRow;
  readonly subject: Subject;
  readonly snapshot: Snapshot | undefined;
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
  readonly begin: (planOf: PlanOf) => void;
  /** Does what is left, from what the server holds by then. */
  readonly goOn: (planOf: PlanOf) => void;
  /** Takes back what was done, of every client. */
  readonly undo: () => void;
  /** Ends after the client that is being changed. */
  readonly stop: () => void;
}

/** Whether a plan does something, and all that it is for. */
export function isDoable(plan: Plan | undefined): plan is Plan {
  return plan !== undefined && !isEmptyChange(plan.change) && isWhole(plan);
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

/** What was read of a client, in the place of what was known. */
function readItem(state: ClientState): Partial<BulkItem> {
  return state.kind === "ready"
    ? { snapshot: state.snapshot }
    : { unread: new AdminApiError({ attempt: "readClient", failure: "notFound" }) };
}

/** What reads a client, and what it holds of the presets of its realm. Each realm's are read once. */
function createReadOne() {
  const stores = new Map<string, Promise<Store>>();
  return async ({ subject: { api, options } }: BulkItem): Promise<Partial<BulkItem>> => {
    const state = await readClientState(api, options);
    if (state.kind !== "ready") return readItem(state);
    const store = stores.get(api.realm) ?? readStore(api, true);
    stores.set(api.realm, store);
    const { snapshot } = state;
    const shown = { ...presetPlaceOf(api, options.adminClientId), visible: escapeInvisible };
    const { complete } = await readRealmPresets(api, snapshot, shown, await store);
    return { snapshot: complete(snapshot) };
  };
}

/** Reads the chosen clients, and changes them one after another. */
export function useBulk(rows: readonly AccountRow[]): BulkHandle {
  const context = usePanelContext();
  const [readOne] = useState(createReadOne);
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
        snapshot: undefined,
        unread: undefined,
        outcome: undefined,
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
    const attempt = outcome?.attempt ?? { change: plan.change, before: snapshot };
    return carryOutWithOwnPresets(subject, plan.goal, attempt, "forward", () =>
      outcome === undefined
        ? carryOut(subject, attempt, "forward", snapshot)
        : resume(subject, outcome, "forward"),
    );
  };
  const takeBack = ({ subject, outcome }: BulkItem) => {
    if (outcome === undefined) throw new Error("A client was not changed.");
    return carryOutWithOwnPresets(subject, emptyPlan.goal, outcome.attempt, "back", () =>
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
    begin: (planOf) => {
      const targets = keysOf((item) => isDoable(planOf(item)));
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
