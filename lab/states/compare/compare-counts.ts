import type { ListCounts } from "../statements.ts";
import type { Truth } from "../truth.ts";
import { stateOf } from "./compare-ends.ts";
import type { Compared } from "./compared.ts";

/** Compares what a list counts with all that is in its realm. */
export function compareCounts(counts: ListCounts, truths: readonly Truth[]): readonly Compared[] {
  const holders = truths.filter(
    ({ account, effective }) => account === "exists" && effective.size > 0,
  );
  // A leftover account is counted as one, and not as something else beside it.
  const usable = holders.filter(
    ({ client }) => client.serviceAccountsEnabled && !client.publicClient && !client.bearerOnly,
  );
  const countOf = (isCounted: (truth: Truth) => boolean) => usable.filter(isCounted).length;
  const all = [
    compareCount("holders", counts.holders, holders.length),
    compareCount(
      "realm admins",
      counts.realmAdmins,
      countOf(({ isRealmAdmin }) => isRealmAdmin),
    ),
    compareCount(
      "clients disabled",
      counts.clientsDisabled,
      countOf((it) => !it.client.enabled),
    ),
    compareCount(
      "users disabled",
      counts.usersDisabled,
      countOf(({ accountEnabled }) => accountEnabled === false),
    ),
    compareCount("leftovers", counts.leftovers, holders.length - usable.length),
    compareCount(
      "accounts whose roles were to end",
      counts.notEnded,
      countOf(({ ends = [] }) => ends.some((end) => stateOf(end) === "stillAssigned")),
    ),
  ];
  // The list says once that something is left out, and not for each number.
  return all.some(({ isKnown }) => isKnown) ? all : all.slice(0, 1);
}

function compareCount(about: string, said: number | undefined, truth: number): Compared {
  return {
    about: `list: number of ${about}`,
    said: said === undefined ? "notKnown" : String(said),
    isKnown: said !== undefined,
    truth: said === undefined || said === truth ? undefined : String(truth),
  };
}
