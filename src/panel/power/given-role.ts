import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { Given } from "./use-role-origins.ts";

/** A role of the server as something that an account was given; undefined where the server doesn't have it. */
export function givenRole(
  role: RoleReference,
  { roles, adminClient }: Pick<Snapshot, "roles" | "adminClient">,
): Given | undefined {
  const known = roles.get(roleKey(role));
  if (known === undefined) return undefined;
  const { id, name } = known;
  const clientUuid = role.container === "admin" ? adminClient.clientUuid : known.clientUuid;
  return { kind: "role", id, name, clientUuid };
}
