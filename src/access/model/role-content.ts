import type { RoleReference } from "../../catalog/presets/presets.ts";
import { resolveStockRoles } from "./resolve-roles.ts";
import {
  type RoleContent,
  type RoleKey,
  roleKey,
  type Snapshot,
  toRoleReference,
} from "./snapshot.ts";

/** What a composite role holds, to any depth, as Keycloak ships it; itself left out. */
export function stockContentOf(key: RoleKey): ReadonlySet<RoleKey> {
  const content = new Set(resolveStockRoles([toRoleReference(key)]));
  content.delete(key);
  return content;
}

/**
 * What roles give on this server: themselves, and what the composite ones among them hold, as far as that
 * was read; else what they ship with.
 */
export function resolveOnServer(
  roles: Iterable<RoleReference>,
  contents: Snapshot["contents"],
): ReadonlySet<RoleKey> {
  const keys = [...roles].map(roleKey);
  return new Set([
    ...keys,
    ...keys.flatMap((key) => {
      const content = contents.get(key);
      return content?.kind === "read" ? [...content.gives] : [...stockContentOf(key)];
    }),
  ]);
}

/** What comes with a role on this server though Keycloak doesn't ship it so. */
export interface Extra {
  readonly role: RoleReference;
  /** Admin roles, by name order. */
  readonly gives: readonly RoleReference[];
  /** Names of other roles. */
  readonly others: readonly string[];
  /** Whether what it holds could not be read, so that there may be more. */
  readonly isUnknown: boolean;
}

function extraOf(role: RoleReference, content: RoleContent | undefined): Extra | undefined {
  if (content === undefined || content.kind === "notRead") return undefined;
  if (content.kind === "notKnown") return { role, gives: [], others: [], isUnknown: true };
  const stock = stockContentOf(roleKey(role));
  const gives = [...content.gives]
    .filter((key) => !stock.has(key) && key !== roleKey(role))
    .sort()
    .map(toRoleReference);
  const { others } = content;
  if (gives.length === 0 && others.length === 0) return undefined;
  return { role, gives, others, isUnknown: false };
}

/** Of roles, those that hold more on this server than Keycloak ships them with, or may do so. */
export function extrasOf(
  roles: readonly RoleReference[],
  contents: Snapshot["contents"],
): readonly Extra[] {
  return roles.flatMap((role) => extraOf(role, contents.get(roleKey(role))) ?? []);
}

/** Of roles, the composite ones whose content was not read yet. */
export function rolesToRead(
  roles: readonly RoleReference[],
  { roles: offered, contents }: Pick<Snapshot, "roles" | "contents">,
) {
  return roles.flatMap((role) => {
    const key = roleKey(role);
    return contents.get(key)?.kind === "notRead" ? (offered.get(key) ?? []) : [];
  });
}
