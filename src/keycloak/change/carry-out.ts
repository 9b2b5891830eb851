import { userIdOf } from "../../access/model/account.ts";
import { isMove } from "../../access/model/client-scope-move.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import { grantKey } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { ChangeProgress } from "../../access/plan/change-progress.ts";
import {
  type Attempt,
  type Direction,
  holdsIn,
  linesOf,
  type Outcome,
} from "../../access/plan/outcome.ts";
import { remainingChange } from "../../access/plan/remaining-change.ts";
import { snapshotAfter } from "../../access/plan/snapshot-after.ts";
import { stepsOf } from "../../access/plan/steps.ts";
import { changeOf } from "../../access/plan/undo.ts";
import { AdminApiError, tellsThatNothingWasDone } from "../api/admin-api-error.ts";
import { readWithRetries } from "../api/read-with-retries.ts";
import { readBack } from "./read-back.ts";
import { readNow, type Subject } from "./read-now.ts";
import { writeStep } from "./write-step.ts";

const failureOf = (thrown: unknown) =>
  thrown instanceof AdminApiError ? thrown.failure : undefined;

/**
 * Whether someone changed the same object at the same time: Keycloak answers 409 or 400.
 *
 * @see [Race condition when assigning roles](https://github.com/keycloak/keycloak/issues/45434)
 */
const isSimultaneousChange = (thrown: unknown) =>
  ["conflict", "refused"].includes(failureOf(thrown) ?? "");

/**
 * Makes or undoes a change: one request for each place and role container, then reads the result
 * back. After a conflict with another change, it plans again and retries once. The outcome always
 * says for each grant whether the client has it now; unknown only if the server can't be reached.
 *
 * @param from the known current state: parts of the change that exist already aren't sent
 * @param onWritten called with the expected state after every write succeeded, before it is read
 * back
 * @returns the outcome; it never throws
 */
export async function carryOut(
  subject: Subject,
  attempt: Attempt,
  direction: Direction,
  from: Snapshot,
  onWritten: (expected: Snapshot) => void = () => {},
): Promise<Outcome> {
  const progress = new ChangeProgress(from);
  const begunAt = Date.now();
  const change = changeOf(attempt, direction);
  const outcomeWith = (state: ClientState | undefined, thrown: unknown): Outcome => ({
    attempt,
    direction,
    state,
    thrown,
    sent: { from, begunAt, steps: progress.sent },
    lines: linesOf(change, (grant, isWanted) =>
      state === undefined ? progress.isHeld(grant) : holdsIn(state, grant, isWanted),
    ),
  });
  const write = () => writeRest(subject, attempt, direction, progress);
  const conclude = async (read: () => Promise<ClientState>, thrown?: unknown) => {
    try {
      return outcomeWith(await readWithRetries(read), thrown);
    } catch (unread) {
      return outcomeWith(undefined, thrown ?? unread);
    }
  };
  try {
    try {
      await write();
    } catch (thrown) {
      if (!isSimultaneousChange(thrown)) throw thrown;
      progress.snapshot = await readReady(subject, progress.snapshot);
      await write();
    }
  } catch (thrown) {
    return conclude(() => readNow(subject, progress.snapshot), thrown);
  }
  // The state read meanwhile contains part of the change already.
  if (progress.snapshot === from) onWritten(snapshotAfter(from, change));
  return conclude(() => readBack(subject, from, change, progress.snapshot));
}

/**
 * Continues or undoes an attempt from the server's current state.
 *
 * @returns the outcome; it never throws
 */
export async function resume(
  subject: Subject,
  outcome: Outcome,
  direction: Direction,
): Promise<Outcome> {
  const { attempt, lines } = outcome;
  const lastKnown = new Map(lines.map(({ grant, isHeld }) => [grantKey(grant), isHeld]));
  const now = await review(subject, {
    ...outcome,
    direction,
    lines: linesOf(changeOf(attempt, direction), (grant) => lastKnown.get(grantKey(grant))),
  });
  return now.thrown === undefined && now.state?.kind === "ready"
    ? carryOut(subject, attempt, direction, now.state.snapshot)
    : now;
}

/**
 * Reads the current state of an attempt without writing.
 *
 * @returns the outcome; it never throws
 */
export async function review(subject: Subject, outcome: Outcome): Promise<Outcome> {
  const { attempt, direction } = outcome;
  try {
    const state = await readNow(subject, attempt.before);
    const lines = linesOf(changeOf(attempt, direction), (grant, isWanted) =>
      holdsIn(state, grant, isWanted),
    );
    return { ...outcome, state, lines, thrown: undefined };
  } catch (thrown) {
    return { ...outcome, state: undefined, thrown, sent: undefined };
  }
}

/**
 * What came of an attempt of which nothing was sent, since something before it failed: the server is asked what holds,
 * which may be what an earlier attempt has made of it.
 *
 * @returns the outcome; it never throws
 */
export async function reviewUnsent(
  subject: Subject,
  attempt: Attempt,
  direction: Direction,
  thrown: unknown,
): Promise<Outcome> {
  const lines = linesOf(changeOf(attempt, direction), () => undefined);
  const now = await review(subject, { attempt, direction, state: undefined, lines, thrown });
  return { ...now, thrown, ...(attempt.ends === undefined ? {} : { areEndsOpen: true }) };
}

async function writeRest(
  subject: Subject,
  attempt: Attempt,
  direction: Direction,
  progress: ChangeProgress,
): Promise<void> {
  const { change } = remainingChange(changeOf(attempt, direction), progress.snapshot);
  let lacksAccount = false;
  for (const step of stepsOf(change)) {
    const { grants } = step;
    if (step.place === "mapping" && userIdOf(progress.snapshot.account) === undefined) {
      // Someone turned service accounts off: the rest of the plan can still be done.
      lacksAccount = true;
      continue;
    }
    const sentAt = Date.now();
    const noteSent = (isDone: boolean | undefined) =>
      progress.sent.push({ step, sentAt, answeredAt: Date.now(), isDone });
    try {
      await writeStep(subject.api, progress.snapshot, step);
      noteSent(true);
      progress.note(grants, step.direction === "add");
    } catch (thrown) {
      const failure = failureOf(thrown);
      const isNothingDone = failure === undefined || tellsThatNothingWasDone(failure);
      // The first of two requests may be done.
      const isUnknown = !isNothingDone || grants.some(isMove);
      if (isUnknown) progress.note(grants, undefined);
      noteSent(isUnknown ? undefined : false);
      throw thrown;
    }
    if (step.place === "account") {
      // The user exists only now, with an id for role mappings.
      progress.snapshot = await readReady(subject, progress.snapshot);
    }
  }
  if (lacksAccount) throw new AdminApiError({ attempt: "readServiceAccount", failure: "notFound" });
}

async function readReady(subject: Subject, known: Snapshot): Promise<Snapshot> {
  const state = await readNow(subject, known);
  if (state.kind === "ready") return state.snapshot;
  throw new AdminApiError({ attempt: "readClient", failure: "notFound" });
}
