import { stockContentOf } from "../../access/model/role-content.ts";
import {
  type RoleContent,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import type { ListedRole } from "../api/parse-answers.ts";

/**
 * The content of roles known from their list: only composite roles include others.
 */
export function contentsOf(listed: readonly ListedRole[]): Snapshot["contents"] {
  const contents = new Map<RoleKey, RoleContent>();
  for (const role of listed) {
    const key = roleKey(role);
    if (role.isComposite) contents.set(key, { kind: "notRead" });
    else if (stockContentOf(key).size > 0) {
      contents.set(key, { kind: "read", gives: new Set(), others: [] });
    }
  }
  return contents;
}
