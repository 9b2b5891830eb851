import type { ClientState } from "../../access/model/client-state.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import { isReached, type Outcome } from "../../access/plan/outcome.ts";
import { type Goal, isWhole, type Plan } from "../../access/plan/plan.ts";
import { presetStates } from "../../access/presets/preset-state.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { readWithRetries } from "../api/read-with-retries.ts";
import { carryOut, resume } from "../change/carry-out.ts";
import type { Subject } from "../change/read-now.ts";
import { readClientState } from "../client/read-client-state.ts";
import { createClient, type NewClient } from "./create-client.ts";

/** The progress of creating a client with its presets. */
export type Making =
  | { readonly kind: "nothing"; readonly thrown: unknown }
  /** It isn't known whether the client exists. */
  | { readonly kind: "unknown"; readonly thrown: unknown }
  /** The client exists. Its roles weren't assigned yet, or not all of them can be. */
  | { readonly kind: "clientAlone"; readonly plan: Plan | undefined; readonly thrown: unknown }
  /** Its roles were assigned: the outcome has the result. */
  | { readonly kind: "tried"; readonly outcome: Outcome; readonly isDone: boolean };

async function giveRoles(subject: Subject, presets: Goal["presets"]): Promise<Making> {
  let plan: Plan | undefined;
  try {
    const state: ClientState = await readWithRetries(() =>
      readClientState(subject.api, subject.options),
    );
    if (state.kind === "clientNotFound") {
      // It existed a moment ago, and a proxy whose server is restarting also answers 404.
      const thrown = new AdminApiError({ attempt: "readClient", failure: "notFound" });
      return { kind: "unknown", thrown };
    }
    if (state.kind !== "ready") return { kind: "clientAlone", plan, thrown: undefined };
    const { snapshot } = state;
    // Without presets too, it gets the client scope that the Admin API asks for.
    const goal: Goal = { mode: "add", presets, enablesAccount: true };
    plan = makePlan(goal, snapshot, presetStates(snapshot));
    // All or nothing, because a program with only some of its roles would fail later.
    if (!isWhole(plan) || plan.blocked.length > 0) {
      return { kind: "clientAlone", plan, thrown: undefined };
    }
    const attempt = { change: plan.change, before: snapshot };
    const outcome = await carryOut(subject, attempt, "forward", snapshot);
    return { kind: "tried", outcome, isDone: isReached(outcome) };
  } catch (thrown) {
    return { kind: "clientAlone", plan, thrown };
  }
}

const wasIdTaken = (thrown: unknown) =>
  thrown instanceof AdminApiError && thrown.failure === "conflict";

/**
 * Creates a client with its presets in one operation, and always reports its progress.
 *
 * @returns how far it came; it never throws
 */
export async function makeApiClient(
  subject: Subject,
  client: NewClient,
  presets: Goal["presets"],
): Promise<Making> {
  const { isMade, thrown } = await createClient(subject.api, client);
  if (isMade === true) return giveRoles(subject, presets);
  return { kind: isMade === false ? "nothing" : "unknown", thrown };
}

/**
 * Goes on where it stopped.
 *
 * @returns how far it came; it never throws
 */
export async function continueMaking(
  subject: Subject,
  making: Making,
  client: NewClient,
  presets: Goal["presets"],
): Promise<Making> {
  if (making.kind === "clientAlone") return giveRoles(subject, presets);
  if (making.kind !== "tried") {
    const next = await makeApiClient(subject, client, presets);
    // A rejection says nothing about the earlier try. The client was searched for only after a
    // conflict.
    return making.kind === "unknown" && next.kind === "nothing" && !wasIdTaken(next.thrown)
      ? { kind: "unknown", thrown: next.thrown }
      : next;
  }
  const outcome = await resume(subject, making.outcome, "forward");
  return { kind: "tried", outcome, isDone: isReached(outcome) };
}
