import { roleKey, type Snapshot } from "./snapshot.ts";

/** Why the signed-in administrator can change nothing of what a service account holds. */
export type Refusal = "cannotRead" | "cannotGrant";

/**
 * Tells from the server's own answers whether the person can change anything: without view-users it
 * does not show what is mapped, and without manage-users nothing can be granted.
 *
 * @returns undefined where something can be changed
 */
export function refusalOf(snapshot: Snapshot): Refusal | undefined {
  if (!snapshot.isReadable) return "cannotRead";
  const isAllMapped = [...snapshot.roles.values()].every((role) =>
    snapshot.mapped.has(roleKey(role)),
  );
  return snapshot.grantable.size === 0 && !isAllMapped ? "cannotGrant" : undefined;
}
