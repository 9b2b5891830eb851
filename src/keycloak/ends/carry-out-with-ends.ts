import { type EndChange, reverseEnds } from "../../access/ends/end-change.ts";
import { roleInWorkflow } from "../../access/ends/role-in-workflow.ts";
import { userIdOf } from "../../access/model/account.ts";
import { toRoleReference } from "../../access/model/snapshot.ts";
import {
  type Attempt,
  type Direction,
  isReached,
  type Outcome,
} from "../../access/plan/outcome.ts";
import { reviewUnsent } from "../change/carry-out.ts";
import type { Subject } from "../change/read-now.ts";
import { type SetEnds, setEnds } from "./set-ends.ts";

function wantedIn({ after }: EndChange, adminClientId: string) {
  const named = [...after].map(
    ([key, at]) => [roleInWorkflow(toRoleReference(key), adminClientId), at] as const,
  );
  return new Map(named.flatMap(([role, at]) => (role === undefined ? [] : [[role, at] as const])));
}

/**
 * Carries out a change that changes ends too, or undoes it. New ends are set first: where that fails, nothing is assigned,
 * and a role is never assigned without the end that it is to have. Replaced ones go last: until then the earlier counts.
 *
 * @param act carries out the change of roles
 * @returns the outcome, in which `areEndsOpen` says that ends aren't known to be as wanted; it never throws
 */
export async function carryOutWithEnds(
  subject: Subject,
  attempt: Attempt & { readonly ends: EndChange },
  direction: Direction,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const { before } = attempt;
  const userId = userIdOf(before.account) ?? "";
  const ends = direction === "forward" ? attempt.ends : reverseEnds(attempt.ends);
  let set: SetEnds;
  try {
    const account = { clientId: before.client.clientId, userId };
    set = await setEnds(subject.api, account, wantedIn(ends, before.adminClient.clientId));
  } catch (thrown) {
    return reviewUnsent(subject, attempt, direction, thrown);
  }
  const outcome = await act();
  if (!isReached(outcome)) return { ...outcome, areEndsOpen: true };
  try {
    await set.removeReplaced();
    return outcome;
  } catch (thrown) {
    return { ...outcome, thrown, areEndsOpen: true };
  }
}
