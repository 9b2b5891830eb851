import { type Change, containerOf, type Grant } from "../model/grant.ts";

/** One request's worth of a change: grants of one place and one role container, all given or all taken. */
export interface Step {
  readonly direction: "add" | "remove";
  readonly place: Grant["place"];
  /** Never empty: a DELETE without roles would take all of them. */
  readonly grants: readonly Grant[];
}

const places = ["account", "mapping", "scope", "clientScope"] as const;

/** What gives admin access, or takes it, comes before all else. */
const inOrder = ["admin", "realm"] as const;

function stepsIn(direction: Step["direction"], grants: readonly Grant[]): readonly Step[] {
  const containers = new Set([...inOrder, ...grants.map(containerOf)]);
  return places.flatMap((place) =>
    [...containers].flatMap((container) => {
      const together = grants.filter(
        (grant) => grant.place === place && containerOf(grant) === container,
      );
      return together.length === 0 ? [] : [{ direction, place, grants: together }];
    }),
  );
}

/**
 * A change as requests, in the order in which they are sent: the account first, since it is what roles
 * are mapped to, and what is given before what is taken, so that no call is denied in between that is
 * allowed both before and after. Where service accounts are enabled, roles are taken before that: they
 * would be in force in between. A client is made public again last, as it was made confidential first.
 */
export function stepsOf({ add, remove }: Change): readonly Step[] {
  const added = stepsIn("add", add);
  const removed = [...stepsIn("remove", remove)].sort(
    (a, b) => Number(a.place === "account") - Number(b.place === "account"),
  );
  const enables = add.some(({ place }) => place === "account");
  return enables ? [...removed, ...added] : [...added, ...removed];
}
