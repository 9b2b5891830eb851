import { startTransition, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { adminRolesIn } from "../../access/model/role-reference.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import {
  type Attempt,
  type Direction,
  isReached,
  missesPresets,
  type Outcome,
} from "../../access/plan/outcome.ts";
import type { Goal, Plan } from "../../access/plan/plan.ts";
import { isUndoable, unsentOutcome } from "../../access/plan/undo.ts";
import { carryOut, resume, review, reviewUnsent } from "../../keycloak/change/carry-out.ts";
import type { carryOutWithOwnPresets } from "../../keycloak/custom/carry-out-with-own-presets.ts";
import type { carryOutWithEnds } from "../../keycloak/ends/carry-out-with-ends.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { describeProblem, type Problem } from "../context/describe-problem.ts";
import { oneAtATime } from "../context/one-at-a-time.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import type { nameDone } from "./name-done.ts";
import { namePresets } from "./name-presets.ts";
import { presetIdOf } from "./preset-id-of.ts";

/** A change that was made, in words, and what it takes to undo it. */
export interface DoneChange {
  readonly id: number;
  readonly text: string;
  /** Undefined where there is nothing to take back. */
  readonly undoable: Attempted | undefined;
}

/** A change that stopped before its end, and what holds now. */
export interface FailedChange extends Attempted {
  readonly problem: Problem;
}

/** What was attempted, for which goal, and what came of it. */
export interface Attempted {
  readonly goal: Goal;
  readonly outcome: Outcome;
}

/** The changes a person makes: one at a time, each read back, the last one to be undone. */
export interface Changes {
  /** What runs: a preset's id, `plan` for one of several presets, or `undo`. */
  readonly running: string | undefined;
  /** Whether something runs, though it may not be drawn yet. */
  readonly isTaken: () => boolean;
  /** What runs, or ran last. */
  readonly latest: string | undefined;
  readonly toasts: readonly DoneChange[];
  readonly lastChange: DoneChange | undefined;
  readonly failed: FailedChange | undefined;
  /** Id of the preset that it was about; undefined where it was about several. */
  readonly failedId: string | undefined;
  /** The last change of which something was sent, whatever came of it. */
  readonly recorded: Attempted | undefined;
  readonly carryOut: (plan: Plan) => void;
  /** Puts away what is told of a change that failed, since the person goes on to something else. */
  readonly forgetFailed: () => void;
  /** Tells that a change was not begun, since what it depends on could not be asked. */
  readonly tellUnsent: (plan: Plan, thrown: unknown) => void;
  readonly undo: () => void;
  /** Goes on with what failed, from what the server holds by then. */
  readonly continueFailed: () => void;
  /** Takes back what was done of what failed. */
  readonly undoFailed: () => void;
  /** Asks the server what holds of what failed. */
  readonly reviewFailed: () => void;
  readonly closeToast: (id: number) => void;
  /** Whether roles may end: those that were assigned before this page, or that a change gave an end. */
  readonly mayEnd: boolean;
  /** Whether roles of the account end, so that a plan tells first what a change makes of that. */
  readonly hasEnds: boolean;
  readonly tellEnds: (hasEnds: boolean) => void;
}

/** What a change needs beside its requests: words for it, and what sets ends. */
type Rest = Promise<{
  readonly nameDone: typeof nameDone;
  readonly carryOutWithEnds: typeof carryOutWithEnds;
  readonly carryOutWithOwnPresets: typeof carryOutWithOwnPresets;
}>;

/** Runs changes of a service account and keeps what came of them. */
export function useChanges(
  snapshot: Snapshot,
  { subject, setView }: Pick<ClientStateHandle, "subject" | "setView">,
  loadRest: () => Rest,
): Changes {
  const t = useTranslate();
  const { outdatePage } = usePanelContext();
  const [work, setWork] = useState<{ readonly name: string; readonly isRunning: boolean }>();
  const [toasts, setToasts] = useState<readonly DoneChange[]>([]);
  const [lastChange, setLastChange] = useState<DoneChange>();
  const [failed, setFailed] = useState<FailedChange>();
  const [mayEnd, setMayEnd] = useState(() => adminRolesIn(snapshot.mapped).length > 0);
  const [hasEnds, tellEnds] = useState(false);
  const [recorded, setRecorded] = useState<Attempted>();
  const [turn] = useState(oneAtATime);
  const nextId = useRef(0);

  const conclude = async (
    goal: Goal,
    outcome: Outcome,
    words?: Promise<Awaited<Rest> | undefined>,
  ) => {
    const { direction, state, thrown, sent, attempt: attempted } = outcome;
    const isDone = isReached(outcome) && !missesPresets(goal, outcome);
    if (state) setView(state);
    if (sent && (sent.steps.length > 0 || attempted.ends)) setRecorded({ goal, outcome });
    if (outcome.lines.some(({ grant, isHeld }) => grant.place === "account" && isHeld)) {
      outdatePage();
    }
    if (!isDone) {
      const isOfSettings = goal.presets.length === 0 && goal.mode === "add";
      const attempt = direction === "back" ? "undo" : isOfSettings ? "change" : goal.mode;
      const { clientId } = snapshot.client;
      const named = t(`attempts.${attempt}`, { preset: namePresets(t, goal), clientId });
      const problem = describeProblem(t, thrown, named);
      const reason = thrown === undefined ? t("problem.readBackDiffers") : problem.reason;
      setFailed({ goal, outcome, problem: { ...problem, reason } });
      setLastChange(undefined);
      return;
    }
    const { clientId } = snapshot.client;
    // A change needs no words to succeed.
    const text = (await words)?.nameDone(t, goal, outcome) ?? t("done.changed", { clientId });
    nextId.current += 1;
    const undoable = isUndoable(outcome) ? { goal, outcome } : undefined;
    const change = { id: nextId.current, text, undoable };
    setToasts((shown) => [...shown, change]);
    setLastChange(undoable && change);
  };

  const run = (goal: Goal, act: () => Promise<Outcome>, name = presetIdOf(goal) ?? "plan") => {
    if (turn.isTaken()) return;
    // Not at once: the request goes out first, and is on its way while this is drawn.
    startTransition(() => {
      setWork({ name, isRunning: true });
      setFailed(undefined);
    });
    // Told once the turn is free: what waits for it is begun by that.
    void turn
      .take(async () => {
        // They are loaded while the requests run; what failed doesn't wait for them.
        const words = loadRest().catch(() => undefined);
        await conclude(goal, await act(), words);
      })
      .finally(() => setWork({ name, isRunning: false }));
  };

  /** The server has said yes to every write: shown at once, while what it holds by that is read back. */
  const showExpected = (expected: Snapshot) =>
    flushSync(() => setView({ kind: "ready", snapshot: expected }));

  /** What sets ends, or minds presets of the realm, is loaded only where there are some. */
  const withRest = async (
    goal: Goal,
    attempt: Attempt,
    direction: Direction,
    act: () => Promise<Outcome>,
  ) => {
    const { ends, before } = attempt;
    const hasOwn = before.custom?.presets.length;
    if (ends === undefined && !hasOwn) return act();
    try {
      const rest = await loadRest();
      const both = () =>
        ends === undefined
          ? act()
          : rest.carryOutWithEnds(subject, { ...attempt, ends }, direction, act);
      return await (hasOwn
        ? rest.carryOutWithOwnPresets(subject, goal, attempt, direction, both)
        : both());
    } catch (thrown) {
      return await reviewUnsent(subject, attempt, direction, thrown);
    }
  };

  const begin = (goal: Goal, attempt: Attempt, direction: Direction, name?: string) =>
    run(
      goal,
      () =>
        withRest(goal, attempt, direction, () =>
          carryOut(subject, attempt, direction, snapshot, showExpected),
        ),
      name,
    );

  const goOn = (direction?: Direction) => {
    if (!failed) return;
    const { goal, outcome } = failed;
    run(goal, () =>
      direction === undefined
        ? review(subject, outcome)
        : withRest(goal, outcome.attempt, direction, () => resume(subject, outcome, direction)),
    );
  };

  return {
    running: work?.isRunning ? work.name : undefined,
    isTaken: turn.isTaken,
    latest: work?.name,
    toasts,
    lastChange,
    failed,
    failedId: failed && presetIdOf(failed.goal),
    recorded,
    carryOut: ({ goal, change, ends }) => {
      if (ends) setMayEnd(true);
      begin(goal, { change, before: snapshot, ends }, "forward");
    },
    forgetFailed: () => setFailed(undefined),
    tellUnsent: ({ goal, change }, thrown) => {
      void conclude(goal, unsentOutcome({ change, before: snapshot }, thrown));
    },
    undo: () => {
      const undoable = lastChange?.undoable;
      if (undoable) begin(undoable.goal, undoable.outcome.attempt, "back", "undo");
    },
    continueFailed: () => goOn(failed?.outcome.direction),
    undoFailed: () => goOn("back"),
    reviewFailed: () => goOn(),
    closeToast: (id) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    mayEnd,
    hasEnds,
    tellEnds,
  };
}
