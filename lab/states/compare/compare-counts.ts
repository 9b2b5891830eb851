import type { ListCounts } from "../statements.ts";
import type { Truth } from "../truth.ts";
import type { Compared } from "./compared.ts";

/** Compares what a list counts with all that is in its realm. */
export function compareCounts(counts: ListCounts, truths: readonly Truth[]): readonly Compared[] {
  const there = truths.filter(({ account }) => account === "exists");
  const isDisabled = ({ client, accountEnabled, effective }: Truth) =>
    effective.size > 0 && !(client.enabled && accountEnabled === true);
  return [
    compareCount("accounts", counts.accounts, there.length),
    compareCount(
      "realm admins",
      counts.realmAdmins,
      there.filter(({ isRealmAdmin }) => isRealmAdmin).length,
    ),
    compareCount("disabled", counts.disabled, there.filter(isDisabled).length),
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
