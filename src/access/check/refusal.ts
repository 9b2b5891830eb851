import { hasFeature } from "../../catalog/server/server-features.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";

/** Why the signed-in administrator can change nothing of what a service account holds. */
export type Refusal = "noAccount" | "cannotRead" | "cannotGrant" | "refusedByBug";

/**
 * Tells from the server's own answers whether the person can change anything: without view-users it
 * does not show what is mapped, and without manage-users nothing can be granted.
 *
 * @param version the server's version, such as `26.7.3`, where it is known
 * @returns undefined where something can be changed
 */
export function refusalOf(snapshot: Snapshot, version?: string): Refusal | undefined {
  const { kind } = snapshot.account;
  if (kind === "notUnderUsualName" || kind === "nameTaken") return "noAccount";
  if (!snapshot.isReadable) return "cannotRead";
  const isAllMapped = [...snapshot.roles.values()].every((role) =>
    snapshot.mapped.has(roleKey(role)),
  );
  if (snapshot.grantable.size > 0 || isAllMapped) return undefined;
  return hasFeature("refusesGrants", version) === true ? "refusedByBug" : "cannotGrant";
}
