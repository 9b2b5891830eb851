import { missingClientScope } from "./client-scope-move.ts";
import { roleKey, type Snapshot } from "./snapshot.ts";

const realmCreator = { container: "realm", name: "create-realm" } as const;

/**
 * Names of the admin roles that count for the service account's calls now: in effect, and in the
 * client's scope where that isn't full; none where the client lacks the client scope that the Admin API
 * asks for. The realm role `admin` of `master` counts as realm-admin; its `create-realm` is named as it is.
 */
export function heldAdminRoles(snapshot: Snapshot): ReadonlySet<string> {
  const { effective, inScope, roles, isMaster } = snapshot;
  if (missingClientScope(snapshot) !== undefined) return new Set();
  const counts = (key: ReturnType<typeof roleKey>) =>
    effective.has(key) && (inScope === undefined || inScope.has(key));
  const names = [...roles.values()]
    .filter((role) => role.container === "admin" && role.name !== realmCreator.name)
    .filter((role) => counts(roleKey(role)))
    .map(({ name }) => name);
  const isAdministrator = isMaster && counts(roleKey({ container: "realm", name: "admin" }));
  return new Set([
    ...names,
    ...(isAdministrator ? ["realm-admin"] : []),
    ...(isMaster && counts(roleKey(realmCreator)) ? [realmCreator.name] : []),
  ]);
}
