import { useRef, useState } from "react";
import { isEmptyChange, planApply, planUndo } from "../access/plan-change.ts";
import { presetStates } from "../access/preset-state.ts";
import { settleChange } from "../access/settle-change.ts";
import { type RoleChange, type RoleKey, roleKey, type Snapshot } from "../access/snapshot.ts";
import type { Preset } from "../catalog/presets.ts";
import { changeRoleMappings } from "../keycloak/change-role-mappings.ts";
import { readClientState } from "../keycloak/read-snapshot.ts";
import { describeProblem, type Problem } from "./describe-problem.ts";
import { usePanelContext } from "./panel-context.ts";
import type { ClientStateHandle } from "./use-client-state.ts";
import { joinNames, useTranslate } from "./use-translate.ts";

/** A change that was made, in words, and the one that leads back. */
export interface DoneChange {
  readonly id: number;
  readonly text: string;
  readonly undo: RoleChange | undefined;
}

/** A change that failed, and what holds now. */
export interface FailedChange {
  /** The preset it was about; undefined for Undo. */
  readonly presetId: string | undefined;
  readonly problem: Problem;
  readonly holdsNow: string;
}

/** The changes a person makes: one at a time, each read back, the last one to be undone. */
export interface Changes {
  /** What runs: a preset's id, or `undo`. */
  readonly running: string | undefined;
  readonly toasts: readonly DoneChange[];
  readonly lastChange: DoneChange | undefined;
  readonly failed: FailedChange | undefined;
  readonly apply: (preset: Preset) => void;
  readonly remove: (preset: Preset, change: RoleChange) => void;
  readonly undo: () => void;
  readonly closeToast: (id: number) => void;
  readonly dismissFailure: () => void;
}

interface Attempt {
  readonly key: "apply" | "remove" | "undo";
  readonly presetId?: string;
  readonly change: RoleChange;
  readonly describe: (after: Snapshot) => string;
}

const namesOf = ({ add, remove }: RoleChange) => joinNames([...add, ...remove].map((r) => r.name));

const isSettled = ({ add, remove }: RoleChange, mapped: ReadonlySet<RoleKey>) =>
  add.every((role) => mapped.has(roleKey(role))) &&
  !remove.some((role) => mapped.has(roleKey(role)));

/** Runs changes of a service account and keeps what came of them. */
export function useChanges(
  snapshot: Snapshot,
  { api, setView }: Pick<ClientStateHandle, "api" | "setView">,
): Changes {
  const t = useTranslate();
  const { clientUuid, isMaster, realm } = usePanelContext();
  const [running, setRunning] = useState<string>();
  const [toasts, setToasts] = useState<readonly DoneChange[]>([]);
  const [lastChange, setLastChange] = useState<DoneChange>();
  const [failed, setFailed] = useState<FailedChange>();
  // State arrives with the next rendering, and a double click comes before it.
  const isRunning = useRef(false);
  const nextId = useRef(0);

  const presetName = (id: string | undefined) => (id === undefined ? "" : t(`presets.${id}`));

  const report = (attempt: Attempt, after: Snapshot) => {
    const undo = planUndo(attempt.change, snapshot.mapped, after.mapped);
    const isUndoable = attempt.key !== "undo" && !isEmptyChange(undo);
    nextId.current += 1;
    const done = {
      id: nextId.current,
      text: attempt.describe(after),
      undo: isUndoable ? undo : undefined,
    };
    setLastChange(isUndoable ? done : undefined);
    return done;
  };

  const fail = (attempt: Attempt, problem: Problem, holdsNow: string) =>
    setFailed({ presetId: attempt.presetId, problem, holdsNow });

  const describeFailure = (attempt: Attempt, thrown: unknown) =>
    describeProblem(t, thrown, attempt.key, {
      preset: presetName(attempt.presetId),
      clientId: snapshot.client.clientId,
      realm,
    });

  const describeHoldings = ({ add, remove }: RoleChange, after: Snapshot) => {
    const touched = [...add, ...remove];
    const isMapped = (role: (typeof touched)[number]) => after.mapped.has(roleKey(role));
    if (touched.every((role) => isMapped(role) === snapshot.mapped.has(roleKey(role)))) {
      return t("problem.nothingChanged");
    }
    const names = (roles: typeof touched) =>
      roles.length === 0 ? t("problem.none") : joinNames(roles.map(({ name }) => name));
    return t("problem.holdsNow", {
      mapped: names(touched.filter(isMapped)),
      notMapped: names(touched.filter((role) => !isMapped(role))),
    });
  };

  const recover = async (attempt: Attempt, thrown: unknown, isWritten: boolean) => {
    const problem = describeFailure(attempt, thrown);
    const isUnsent = !isWritten && problem.remedy !== "retry";
    const unknown = t(isUnsent ? "problem.nothingChanged" : "problem.holdsNowUnknown");
    if (isUnsent) return fail(attempt, problem, unknown);
    const options = { isMaster, isAccountExpected: true };
    const now = await readClientState(api, clientUuid, options).catch(() => undefined);
    if (now?.kind !== "ready") {
      fail(attempt, problem, unknown);
      if (now !== undefined) setView(now);
      return;
    }
    setView(now);
    if (attempt.key !== "undo") report(attempt, now.snapshot);
    fail(attempt, problem, describeHoldings(attempt.change, now.snapshot));
  };

  const run = async (attempt: Attempt) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setRunning(attempt.presetId ?? "undo");
    setFailed(undefined);
    let isWritten = false;
    try {
      const { change } = attempt;
      const readBack = await changeRoleMappings(api, snapshot, change, () => {
        isWritten = true;
      });
      const after = settleChange(snapshot, change, readBack);
      setView({ kind: "ready", snapshot: after });
      const done = report(attempt, after);
      if (isSettled(change, after.mapped)) {
        setToasts((shown) => [...shown, done]);
      } else {
        const problem = describeFailure(attempt, undefined);
        fail(
          attempt,
          { ...problem, reason: t("problem.readBackDiffers") },
          describeHoldings(change, after),
        );
      }
    } catch (thrown) {
      await recover(attempt, thrown, isWritten);
    } finally {
      isRunning.current = false;
      setRunning(undefined);
    }
  };

  return {
    running,
    toasts,
    lastChange,
    failed,
    apply: (preset) => {
      const change = planApply(preset, snapshot);
      const values = { preset: presetName(preset.id), roles: namesOf(change) };
      const describe = (after: Snapshot) => {
        const state = presetStates(after).find((it) => it.preset.id === preset.id);
        const isDenied = state?.status.kind === "outOfScope";
        return t(isDenied ? "done.appliedOutOfScope" : "done.applied", values);
      };
      void run({ key: "apply", presetId: preset.id, change, describe });
    },
    remove: (preset, change) => {
      const values = { preset: presetName(preset.id), roles: namesOf(change) };
      const describe = () => t("done.removed", values);
      void run({ key: "remove", presetId: preset.id, change, describe });
    },
    undo: () => {
      const change = lastChange?.undo;
      if (change === undefined) return;
      const key = change.remove.length > 0 ? "done.undone" : "done.redone";
      void run({ key: "undo", change, describe: () => t(key, { roles: namesOf(change) }) });
    },
    closeToast: (id) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    dismissFailure: () => setFailed(undefined),
  };
}
