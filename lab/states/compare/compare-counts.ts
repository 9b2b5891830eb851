import type { ListCounts } from "../statements.ts";
import type { Truth } from "../truth.ts";
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
  const isDisabled = ({ client, accountEnabled }: Truth) =>
    !(client.enabled && accountEnabled === true);
  return [
    compareCount("holders", counts.holders, holders.length),
    compareCount(
      "realm admins",
      counts.realmAdmins,
      usable.filter(({ isRealmAdmin }) => isRealmAdmin).length,
    ),
    compareCount("disabled", counts.disabled, usable.filter(isDisabled).length),
  ];
}

function compareCount(about: string, said: number | undefined, truth: number): Compared {
  return {
    about: `list: number of ${about}`,
    said: said === undefined ? "notKnown" : String(said),
    isKnown: said !== undefined,
    truth: said === undefined || said === truth ? undefined : String(truth),
  };
}
