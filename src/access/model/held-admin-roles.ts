import type { RoleReference } from "../../catalog/presets/presets.ts";
import { isServiceAccountOn, isUserDisabled } from "./account.ts";
import { missingClientScope } from "./client-scope-move.ts";
import { stockContentOf } from "./role-content.ts";
import { isInScope } from "./scope.ts";
import { type RoleKey, roleKey, type Snapshot, toRoleReference } from "./snapshot.ts";

const realmCreator = { container: "realm", name: "create-realm" } as const;

/** The admin roles of a client's tokens, by name. */
export interface HeldRoles {
  /** Those that count for its calls. */
  readonly names: ReadonlySet<string>;
  /**
   * Composite roles that include less here than in stock Keycloak, so that their measurements don't
   * apply.
   */
  readonly reduced: ReadonlySet<string>;
  /**
   * Roles that may count too: the signed-in administrator can't see whether they are in effect or
   * in the client's scope.
   */
  readonly possible: ReadonlySet<string>;
}

/** Nothing held. */
export const noRoles: HeldRoles = { names: new Set(), reduced: new Set(), possible: new Set() };

/**
 * The effective composite roles that include less here than in stock Keycloak.
 *
 * @param offered the roles of the server: a role that it doesn't have can't be missing
 */
export function reducedRoles(
  effective: ReadonlySet<RoleKey>,
  offered: Pick<ReadonlyMap<RoleKey, unknown>, "has">,
): ReadonlySet<RoleKey> {
  const isReduced = (key: RoleKey) =>
    [...stockContentOf(key)].some((part) => offered.has(part) && !effective.has(part));
  return new Set([...effective].filter(isReduced));
}

/**
 * Effective roles whose names describe their content: without a realm-admin that includes fewer
 * than all admin roles. The roles that it includes are effective as well.
 *
 * @param held all effective roles
 * @param offered the roles that the server has
 */
export function withoutHollow(
  held: readonly RoleReference[],
  offered: Pick<ReadonlyMap<RoleKey, unknown>, "has">,
): readonly RoleReference[] {
  const reduced = reducedRoles(new Set(held.map(roleKey)), offered);
  return held.filter((role) => role.name !== "realm-admin" || !reduced.has(roleKey(role)));
}

/**
 * The admin roles that currently allow the client's calls: none if the client or its user is
 * disabled.
 */
export function rolesInForce(snapshot: Snapshot): HeldRoles {
  const { client, account } = snapshot;
  return !client.enabled || isUserDisabled(account) ? noRoles : heldAdminRoles(snapshot);
}

/**
 * The admin roles in the client's tokens: effective, and in the client's scope if it is limited;
 * none if the client can't use its service account, or lacks the client scope that the Admin API
 * requires. The realm role `admin` of `master` counts as realm-admin; its `create-realm` is named
 * as it is.
 */
export function heldAdminRoles(snapshot: Snapshot): HeldRoles {
  const { client, effective, roles, isReadable } = snapshot;
  if (!isServiceAccountOn(client) || missingClientScope(snapshot) !== undefined) return noRoles;
  const isEffective = isReadable ? (key: RoleKey) => effective.has(key) : () => undefined;
  const all = [...new Set([...roles.keys(), ...effective])].map((key) => ({
    key,
    inEffect: isEffective(key),
    inScope: isInScope(snapshot, toRoleReference(key)),
  }));
  const carried = all.filter(({ inEffect, inScope }) => inEffect === true && inScope === true);
  const possible = all.filter(
    ({ inEffect, inScope }) =>
      inEffect !== false && inScope !== false && !(inEffect === true && inScope === true),
  );
  const keysOf = (some: typeof all) => new Set(some.map(({ key }) => key));
  return heldRoles(keysOf(carried), keysOf(possible), snapshot);
}

/**
 * Roles of a client's tokens by the names that they are known by.
 *
 * @param carried those that count for its calls
 * @param possible those that may count too
 */
export function heldRoles(
  carried: ReadonlySet<RoleKey>,
  possible: ReadonlySet<RoleKey>,
  server: {
    readonly roles: Pick<ReadonlyMap<RoleKey, unknown>, "has">;
    readonly isMaster: boolean;
  },
): HeldRoles {
  return {
    names: namesOf(carried, server),
    reduced: namesOf(reducedRoles(carried, server.roles), server),
    possible: namesOf(possible, server),
  };
}

/** The names of the roles that count. */
function namesOf(
  keys: ReadonlySet<RoleKey>,
  { isMaster }: Pick<Snapshot, "isMaster">,
): ReadonlySet<string> {
  const names = [...keys]
    .map(toRoleReference)
    .filter(({ container, name }) => container === "admin" && name !== realmCreator.name)
    .map(({ name }) => name);
  const isAdministrator = isMaster && keys.has(roleKey({ container: "realm", name: "admin" }));
  return new Set([
    ...names,
    ...(isAdministrator ? ["realm-admin"] : []),
    ...(isMaster && keys.has(roleKey(realmCreator)) ? [realmCreator.name] : []),
  ]);
}
