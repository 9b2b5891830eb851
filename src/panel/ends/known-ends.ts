import { type AccountEnd, endsOfAccount } from "../../access/ends/account-ends.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Workflows } from "../../keycloak/ends/read-ends.ts";

/** What is known of when an account's roles end, and why no end can be set. */
export type Ends =
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly ends: readonly AccountEnd[] }
  /** Only a realm admin may see and set ends. */
  | { readonly kind: "notVisible" }
  /** Keycloak has no workflows before 26.6. */
  | { readonly kind: "tooOld" }
  /** The server's feature is off. */
  | { readonly kind: "off" }
  /** There is no service account yet whose roles could end. */
  | { readonly kind: "noAccount" }
  | { readonly kind: "failed"; readonly thrown: unknown };

/** What the workflows that were read for an account, or the lack of them, say of when its roles end. */
export function knownEnds(
  read: Workflows,
  userId: string,
  { adminClient, roles: known }: Pick<Snapshot, "adminClient" | "roles">,
): Ends {
  if (read.kind === "unavailable") return { kind: "off" };
  if (read.kind === "notVisible") return read;
  const { clientId: adminClientId } = adminClient;
  return { kind: "read", ends: endsOfAccount(read, { userId, adminClientId, known }) };
}
