import type { RoleReference } from "../../catalog/presets/presets.ts";
import { resolveStockRoles } from "./resolve-roles.ts";
import {
  type RoleContent,
  type RoleKey,
  roleKey,
  type Snapshot,
  toRoleReference,
} from "./snapshot.ts";

/** The content of a stock composite role at any depth, without the role itself. */
export function stockContentOf(key: RoleKey): ReadonlySet<RoleKey> {
  const content = new Set(resolveStockRoles([toRoleReference(key)]));
  content.delete(key);
  return content;
}

/**
 * The content of roles on this server: themselves and everything that composite roles include, as
 * read from the server; otherwise the stock content.
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

/** The additional content of a role on this server, compared with stock Keycloak. */
export interface Extra {
  readonly role: RoleReference;
  /** Admin roles, by name order. */
  readonly gives: readonly RoleReference[];
  /** Names of other roles. */
  readonly others: readonly string[];
  /** Whether its content couldn't be read, so that there may be more. */
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

/** The roles that include, or may include, more on this server than in stock Keycloak. */
export function extrasOf(
  roles: readonly RoleReference[],
  contents: Snapshot["contents"],
): readonly Extra[] {
  return roles.flatMap((role) => extraOf(role, contents.get(roleKey(role))) ?? []);
}

/** The composite roles whose content wasn't read yet. */
export function rolesToRead(
  roles: readonly RoleReference[],
  { roles: offered, contents }: Pick<Snapshot, "roles" | "contents">,
) {
  return roles.flatMap((role) => {
    const key = roleKey(role);
    return contents.get(key)?.kind === "notRead" ? (offered.get(key) ?? []) : [];
  });
}
