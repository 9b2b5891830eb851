import { type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import type { GivenRole, IndirectSource } from "../../access/survey/survey.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import type { HeldBy, HeldNames } from "./composite-roles.ts";
import { defaultRolesOf } from "./default-role.ts";
import { assignedRoles, type ExportedRole, exportedRoleKey } from "./exported-role.ts";
import { withParents } from "./groups-on-path.ts";
import type { ExportedGroup, ExportedUser, RealmExport } from "./realm-export.ts";

/** The realm whose admin roles count. */
export interface Administered {
  readonly isMaster: boolean;
  /** Client ID of the client with its admin roles. */
  readonly adminClient: string;
  /** Other roles that presets of the realm have, by {@link exportedRoleKey}. */
  readonly ofPresets?: ReadonlyMap<string, RoleKey> | undefined;
}

/** A role of an account, direct or from a group, with everything that it includes. */
export interface Holdings {
  readonly role: ExportedRole;
  readonly held: HeldNames;
  /** The source of everything that the role includes; for a group, of the role itself too. */
  readonly source: IndirectSource;
}

/**
 * The relevant roles: those of the admin client, realm roles if the realm is `master`, and what presets of the realm
 * have beside them.
 */
export function powersIn(
  held: HeldNames,
  { isMaster, adminClient, ofPresets = new Map() }: Administered,
): readonly RoleKey[] {
  const ofRealm = isMaster ? (held.get(undefined) ?? []) : [];
  return [
    ...(held.get(adminClient) ?? []).map((name) => roleKey({ container: "admin", name })),
    ...ofRealm
      .filter((name) => masterRealmRoles.has(name))
      .map((name) => roleKey({ container: "realm", name })),
    ...(ofPresets.size === 0 ? [] : [...held]).flatMap(([client, names]) =>
      names.flatMap((name) => ofPresets.get(exportedRoleKey({ client, name })) ?? []),
    ),
  ];
}

/** The roles of a user: its own, and those of its groups and their parents. */
export function holdingsOf(
  user: ExportedUser,
  exported: RealmExport,
  heldBy: HeldBy,
  findGroups: (path: string) => readonly ExportedGroup[],
): readonly Holdings[] {
  const defaultRoles = defaultRolesOf(exported);
  const own = assignedRoles(user).map((role): Holdings => {
    const isDefault = role.client === undefined && defaultRoles.includes(role.name);
    const source = { kind: isDefault ? "defaultRole" : "composite", name: role.name } as const;
    return { role, held: heldBy(role), source };
  });
  const byGroup = user.groups.flatMap((path) => heldByGroups(findGroups(path), path, heldBy));
  return [...own, ...byGroup];
}

/** The roles of group members: those of the groups and their parents. */
export function heldByGroups(
  members: readonly ExportedGroup[],
  name: string,
  heldBy: HeldBy,
): readonly Holdings[] {
  const groups = new Set(members.flatMap(withParents));
  return [...groups]
    .flatMap(assignedRoles)
    .map((role): Holdings => ({ role, held: heldBy(role), source: { kind: "group", name } }));
}

/** The relevant roles of an account, with their sources. */
export function givenPowers(
  holdings: readonly Holdings[],
  administered: Administered,
): readonly GivenRole[] {
  return holdings.flatMap(({ role, held, source }) =>
    powersIn(held, administered).map((power): GivenRole => {
      const [own] = powersIn(new Map([[role.client, [role.name]]]), administered);
      return {
        role: power,
        source: power === own && source.kind !== "group" ? { kind: "mapped" } : source,
      };
    }),
  );
}
