import { followComposites } from "./composite-roles.ts";
import { exportedAccounts } from "./exported-accounts.ts";
import { type Holdings, holdingsOf } from "./given-powers.ts";
import { groupFinder, withParents } from "./groups-on-path.ts";
import type { ExportedGroup, ExportedUser, RealmExport } from "./realm-export.ts";

/** A service account of an export, with all that it was given. */
export interface AccountHolder {
  /** The usual name of its user; the user may have another one. */
  readonly username: string;
  readonly entries: readonly ExportedUser[];
  /** Undefined where the file doesn't name its client. */
  readonly clientId: string | undefined;
  readonly holdings: readonly Holdings[];
  /** The groups that it is a member of. */
  readonly groups: ReadonlySet<ExportedGroup>;
  /** Paths of its groups that lead to none of the export's. */
  readonly unknownGroups: readonly string[];
}

/** The service accounts of an export, with what they were given, and how its roles and groups are found. */
export function accountHolders(exported: RealmExport) {
  const heldBy = followComposites(exported);
  const findGroups = groupFinder(exported.groups);
  const holders = [...exportedAccounts(exported)].map(([username, entries]): AccountHolder => {
    const paths = entries.flatMap(({ groups }) => groups);
    return {
      username,
      entries,
      clientId: entries.find((it) => it.serviceAccountClientId !== undefined)
        ?.serviceAccountClientId,
      holdings: entries.flatMap((entry) => holdingsOf(entry, exported, heldBy, findGroups)),
      groups: new Set(paths.flatMap(findGroups)),
      unknownGroups: paths.filter((path) => findGroups(path).length === 0),
    };
  });
  return { holders, heldBy, findGroups };
}

/** Whether an account is in one of these groups, or where asked so in one below it. */
export function isInGroup(
  { groups }: AccountHolder,
  named: readonly ExportedGroup[],
  withBelow: boolean,
): boolean {
  return [...groups].some((group) =>
    (withBelow ? withParents(group) : [group]).some((it) => named.includes(it)),
  );
}
