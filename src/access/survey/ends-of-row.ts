import { type AccountEnd, type EndState, endsOfAccount, stateOfEnd } from "../ends/account-ends.ts";
import type { RoleKey } from "../model/snapshot.ts";
import type { AccountUser, Survey } from "./survey.ts";

/** An end of an account, and its state when the row was made. */
export interface RowEnd extends AccountEnd {
  readonly state: EndState;
}

/**
 * When roles of an account end, and what came of ends that are over.
 *
 * @param now in milliseconds since 1970
 * @returns undefined where that wasn't read, or may not be seen
 */
export function endsOfRow(
  { workflows, roles: known, adminClient: { clientId: adminClientId } }: Survey,
  { userId }: AccountUser,
  mapped: ReadonlySet<RoleKey>,
  now: number,
): readonly RowEnd[] | undefined {
  const ends = workflows && endsOfAccount(workflows, { userId, adminClientId, known });
  return ends
    ?.filter(({ roles }) => roles.length > 0)
    .map((end) => ({ ...end, state: stateOfEnd(end, mapped, now) }));
}

/** The end to be told first: one that was missed, then the next that is scheduled; undefined where there is neither. */
export function nextEndOf(ends: readonly RowEnd[]): RowEnd | undefined {
  return (
    ends.find(({ state }) => state === "stillAssigned") ??
    ends.find(({ state }) => state === "pending" || state === "due")
  );
}
