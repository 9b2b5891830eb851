import { roleKey, type Snapshot } from "../model/snapshot.ts";

/** Why the signed-in administrator can change nothing of what a service account holds. */
export type Refusal = "cannotRead" | "cannotGrant" | "refusedByBug";

/**
 * The minor whose known releases, up to 26.4.7, wrongly refuse to let anybody but realm-admin grant admin
 * roles; 26.4.8 has the fix, and is not among the known ones.
 *
 * @see [Keycloak issue 44371](https://github.com/keycloak/keycloak/issues/44371)
 */
const minorWithBug = "26.4";

/**
 * Tells from the server's own answers whether the person can change anything: without view-users it
 * does not show what is mapped, and without manage-users nothing can be granted.
 *
 * @param minor the server's minor, such as `26.7`, where it is known
 * @returns undefined where something can be changed
 */
export function refusalOf(snapshot: Snapshot, minor?: string): Refusal | undefined {
  if (!snapshot.isReadable) return "cannotRead";
  const isAllMapped = [...snapshot.roles.values()].every((role) =>
    snapshot.mapped.has(roleKey(role)),
  );
  if (snapshot.grantable.size > 0 || isAllMapped) return undefined;
  return minor === minorWithBug ? "refusedByBug" : "cannotGrant";
}
