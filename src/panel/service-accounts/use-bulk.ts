import pLimit from "p-limit";
import { useCallback, useEffect, useRef, useState } from "react";
import type { AccountRow } from "../../access/account-rows.ts";
import { isEmptyChange } from "../../access/grant.ts";
import { type Goal, isWhole, makePlan, type Plan } from "../../access/make-plan.ts";
import { presetStates } from "../../access/preset-state.ts";
import { presetsForServer } from "../../access/presets-for-server.ts";
import type { Snapshot } from "../../access/snapshot.ts";
import { isMeasuredConsole } from "../../catalog/is-measured-console.ts";
import { createAdminApi } from "../../keycloak/admin-api.ts";
import { type Direction, isReached, type Outcome } from "../../keycloak/attempt.ts";
import { carryOut, resume } from "../../keycloak/carry-out.ts";
import { readClientState } from "../../keycloak/read-client-state.ts";
import type { Subject } from "../../keycloak/read-now.ts";
import { type PanelContext, usePanelContext } from "../panel-context.ts";
import { isUndoable } from "../use-changes.ts";

/** How many clients are read at once; each takes several requests. */
const atOnce = 2;

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

/** A change of several clients, one after another. */
export interface BulkHandle {
  readonly items: readonly BulkItem[];
  readonly areRead: boolean;
  readonly stage: BulkStage;
  readonly planOf: (item: BulkItem, goal: Goal) => Plan | undefined;
  readonly begin: (goal: Goal) => void;
  /** Does what is left, from what the server holds by then. */
  readonly goOn: (goal: Goal) => void;
  readonly undo: () => void;
  /** Ends after the client that is being changed. */
  readonly stop: () => void;
}

function subjectOf(row: AccountRow, context: PanelContext): Subject {
  const { adminBaseUrl, realm, isMaster, tokens, consoleScript } = context;
  const isOfMaster = isMaster && row.realm === realm;
  return {
    api: createAdminApi(adminBaseUrl, row.realm, tokens),
    options: {
      clientUuid: row.client?.clientUuid ?? "",
      adminClientId: isOfMaster ? `${row.administers}-realm` : "realm-management",
      isMaster: isOfMaster && row.administers === realm,
      isAccountExpected: true,
      asksClientScope: !isMeasuredConsole(consoleScript),
    },
  };
}

/** The presets of a goal as they are for a client's server. */
function planFor({ snapshot }: BulkItem, { mode, presets }: Goal): Plan | undefined {
  if (snapshot === undefined) return undefined;
  const ids = new Set(presets.map(({ id }) => id));
  const meant = presetsForServer(snapshot).filter(({ id }) => ids.has(id));
  return makePlan({ mode, presets: meant }, snapshot, presetStates(snapshot));
}

/** Whether a plan does something, and all that it is for. */
export function isDoable(plan: Plan | undefined): plan is Plan {
  return plan !== undefined && !isEmptyChange(plan.change) && isWhole(plan);
}

/** Whether a client's change stopped before its end. */
export function isUnfinished({ outcome }: BulkItem): boolean {
  return outcome !== undefined && !isReached(outcome);
}

/** Reads the chosen clients, and changes them one after another. */
export function useBulk(rows: readonly AccountRow[]): BulkHandle {
  const context = usePanelContext();
  const [chosen] = useState<readonly BulkItem[]>(() =>
    rows.map((row) => ({
      row,
      subject: subjectOf(row, context),
      snapshot: undefined,
      unread: undefined,
      outcome: undefined,
    })),
  );
  const [items, setItems] = useState(chosen);
  const [stage, setStage] = useState<BulkStage>("planning");
  const isStopping = useRef(false);
  const amend = useCallback(
    (key: string, part: Partial<BulkItem>) =>
      setItems((known) =>
        known.map((item) => (item.row.key === key ? { ...item, ...part } : item)),
      ),
    [],
  );

  const { signal } = context;
  useEffect(() => {
    const ended = new AbortController();
    const limit = pLimit(atOnce);
    const read = async ({ row, subject }: BulkItem) => {
      if (ended.signal.aborted || signal.aborted) return;
      try {
        const state = await readClientState(subject.api, subject.options);
        amend(
          row.key,
          state.kind === "ready" ? { snapshot: state.snapshot } : { unread: state.kind },
        );
      } catch (thrown) {
        amend(row.key, { unread: thrown });
      }
    };
    for (const item of chosen) void limit(read, item);
    return () => ended.abort();
  }, [chosen, signal, amend]);

  const run = async (act: (item: BulkItem) => Promise<Outcome | undefined>) => {
    isStopping.current = false;
    setStage("running");
    for (const item of items) {
      if (isStopping.current || signal.aborted) break;
      const outcome = await act(item);
      if (outcome === undefined) continue;
      const { state } = outcome;
      amend(item.row.key, {
        outcome,
        ...(state?.kind === "ready" ? { snapshot: state.snapshot } : {}),
      });
    }
    setStage(isStopping.current ? "stopped" : "ended");
  };

  const change = async (item: BulkItem, goal: Goal): Promise<Outcome | undefined> => {
    const plan = planFor(item, goal);
    if (item.snapshot === undefined || !isDoable(plan)) return undefined;
    const attempt = { change: plan.change, before: item.snapshot };
    return carryOut(item.subject, attempt, "forward", item.snapshot);
  };
  const directed = (item: BulkItem, outcome: Outcome, direction: Direction) =>
    resume(item.subject, outcome, direction);

  return {
    items,
    areRead: items.every(({ snapshot, unread }) => snapshot !== undefined || unread !== undefined),
    stage,
    planOf: planFor,
    begin: (goal) => void run((item) => change(item, goal)),
    goOn: (goal) =>
      void run(async (item) => {
        const { outcome } = item;
        if (outcome === undefined) return change(item, goal);
        return isReached(outcome) ? undefined : directed(item, outcome, outcome.direction);
      }),
    undo: () =>
      void run(async (item) => {
        const { outcome } = item;
        return outcome !== undefined && isUndoable(outcome)
          ? directed(item, outcome, "back")
          : undefined;
      }),
    stop: () => {
      isStopping.current = true;
    },
  };
}
