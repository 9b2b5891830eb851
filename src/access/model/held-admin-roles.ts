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
   * Those of them that are composite roles of which less is in effect than Keycloak ships them with, so that
   * what was measured of them doesn't hold here.
   */
  readonly reduced: ReadonlySet<string>;
  /**
   * Those that may count too: the signed-in administrator may not see whether they are in effect, or whether
   * they are in the client's scope.
   */
  readonly possible: ReadonlySet<string>;
}

/** Nothing held. */
export const noRoles: HeldRoles = { names: new Set(), reduced: new Set(), possible: new Set() };

/**
 * Of roles in effect, the composite ones that hold less here than Keycloak ships them with.
 *
 * @param offered the roles that the server has: one that it lacks can't be missing
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
 * Roles in effect whose name says what they hold: without a realm-admin that holds less than all admin
 * roles. What it does hold is in effect as well.
 *
 * @param held all roles in effect
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
 * The admin roles that the client's calls are allowed by now: none where it is disabled, or its user is.
 */
export function rolesInForce(snapshot: Snapshot): HeldRoles {
  const { client, account } = snapshot;
  return !client.enabled || isUserDisabled(account) ? noRoles : heldAdminRoles(snapshot);
}

/**
 * The admin roles that the client's tokens carry: in effect, and in the client's scope where that isn't
 * full; none where it can't sign in with its service account, or lacks the client scope that the Admin API
 * asks for. The realm role `admin` of `master` counts as realm-admin; its `create-realm` is named as it is.
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

/** The names by which roles that count are known. */
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
