import { followComposites } from "./composite-roles.ts";
import { exportedAccounts } from "./exported-accounts.ts";
import { type Holdings, heldByGroups, holdingsOf } from "./given-powers.ts";
import { groupFinder, withParents } from "./groups-on-path.ts";
import type { ExportedGroup, ExportedUser, RealmExport } from "./realm-export.ts";

/** A service account of an export, with its roles and groups. */
export interface AccountHolder {
  /** The usual name of its user; the user may have another one. */
  readonly username: string;
  readonly entries: readonly ExportedUser[];
  /** Undefined if the file doesn't name its client. */
  readonly clientId: string | undefined;
  readonly holdings: readonly Holdings[];
  /** Its groups. */
  readonly groups: ReadonlySet<ExportedGroup>;
  /** Paths of its groups that don't exist in the export. */
  readonly unknownGroups: readonly string[];
}

/** Finds the groups of users as members of organizations, by the ids in the organizations. */
function organizationGroupsOf({ groups, organizationGroups, organizationMembers }: RealmExport) {
  const byId = new Map([...groups, ...organizationGroups].map((group) => [group.id ?? "", group]));
  return (usernames: ReadonlySet<string>) =>
    organizationMembers
      .filter(({ username }) => usernames.has((username ?? "").toLowerCase()))
      .flatMap(({ groups: ids }) => ids.map((id) => ({ id, group: byId.get(id) })));
}

/**
 * The service accounts of an export with their roles and groups, and the lookups for its roles and
 * groups.
 */
export function accountHolders(exported: RealmExport) {
  const heldBy = followComposites(exported);
  const findGroups = groupFinder(exported.groups);
  const organizationGroups = organizationGroupsOf(exported);
  const holders = [...exportedAccounts(exported)].map(([username, entries]): AccountHolder => {
    const paths = entries.flatMap(({ groups }) => groups);
    const usernames = entries.map((entry) => entry.username.toLowerCase());
    const joined = organizationGroups(new Set([username, ...usernames]));
    const found = joined.flatMap(({ group }) => group ?? []);
    return {
      username,
      entries,
      clientId: entries.find((it) => it.serviceAccountClientId !== undefined)
        ?.serviceAccountClientId,
      holdings: [
        ...entries.flatMap((entry) => holdingsOf(entry, exported, heldBy, findGroups)),
        ...found.flatMap((group) => heldByGroups([group], group.name, heldBy)),
      ],
      groups: new Set([...paths.flatMap(findGroups), ...found]),
      unknownGroups: [
        ...paths.filter((path) => findGroups(path).length === 0),
        ...joined.flatMap(({ id, group }) => (group === undefined ? [id] : [])),
      ],
    };
  });
  return { holders, heldBy, findGroups };
}

/** Whether an account is in one of these groups, or optionally in a subgroup. */
export function isInGroup(
  { groups }: AccountHolder,
  named: readonly ExportedGroup[],
  withBelow: boolean,
): boolean {
  return [...groups].some((group) =>
    (withBelow ? withParents(group) : [group]).some((it) => named.includes(it)),
  );
}
