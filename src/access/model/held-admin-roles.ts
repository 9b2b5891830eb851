import type { RoleReference } from "../../catalog/presets/presets.ts";
import { missingClientScope } from "./client-scope-move.ts";
import { isInScope } from "./scope.ts";
import { roleKey, type Snapshot } from "./snapshot.ts";

const realmCreator = { container: "realm", name: "create-realm" } as const;

/**
 * Names of the admin roles that count for the service account's calls now: in effect, and in the
 * client's scope where that isn't full; none where the client lacks the client scope that the Admin API
 * asks for. The realm role `admin` of `master` counts as realm-admin; its `create-realm` is named as it is.
 */
export function heldAdminRoles(snapshot: Snapshot): ReadonlySet<string> {
  return namesOfThose(
    snapshot,
    (role) => snapshot.effective.has(roleKey(role)) && isInScope(snapshot, role) === true,
  );
}

/**
 * Names of the admin roles, beside those of {@link heldAdminRoles}, that may count as well: the signed-in
 * administrator may not see whether they are in effect, or whether they are in the client's scope. Empty where all
 * is known.
 */
export function possibleAdminRoles(snapshot: Snapshot): ReadonlySet<string> {
  const { effective, isReadable } = snapshot;
  return namesOfThose(snapshot, (role) => {
    const scope = isInScope(snapshot, role);
    return isReadable
      ? effective.has(roleKey(role)) && scope === undefined
      : !effective.has(roleKey(role)) && scope !== false;
  });
}

/** The names by which roles that count are known; none where the client lacks a client scope. */
function namesOfThose(
  snapshot: Snapshot,
  counts: (role: RoleReference) => boolean,
): ReadonlySet<string> {
  const { roles, isMaster } = snapshot;
  if (missingClientScope(snapshot) !== undefined) return new Set();
  const names = [...roles.values()]
    .filter((role) => role.container === "admin" && role.name !== realmCreator.name)
    .filter(counts)
    .map(({ name }) => name);
  const isAdministrator = isMaster && counts({ container: "realm", name: "admin" });
  return new Set([
    ...names,
    ...(isAdministrator ? ["realm-admin"] : []),
    ...(isMaster && counts(realmCreator) ? [realmCreator.name] : []),
  ]);
}
