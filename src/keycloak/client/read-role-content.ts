import {
  type Role,
  type RoleContent,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { type CompositePart, parseCompositeParts } from "../api/parse-answers.ts";
import { RealmReads } from "../api/realm-reads.ts";

/** The maximum number of composite roles read within one. */
const mostReads = 50;

/**
 * Reads the content of a composite role at any depth: one request, and one more for each composite
 * role in it.
 *
 * @returns `notKnown` if a request fails, because there may be more
 * @see [Composite roles](https://www.keycloak.org/docs/latest/server_admin/#_composite-roles)
 */
export async function readRoleContent(
  api: AdminApi,
  role: Pick<Role, "id">,
  { adminClient, isMaster }: Pick<Snapshot, "adminClient" | "isMaster">,
): Promise<RoleContent> {
  const gives = new Set<RoleKey>();
  const others = new Set<string>();
  const seen = new Set([role.id]);
  const take = (part: CompositePart) => {
    const { name, isClientRole, containerId } = part;
    if (isClientRole && containerId === adminClient.clientUuid) {
      gives.add(roleKey({ container: "admin", name }));
    } else if (!isClientRole && isMaster) gives.add(roleKey({ container: "realm", name }));
    else others.add(name);
  };
  let open: readonly string[] = [role.id];
  try {
    while (open.length > 0) {
      if (seen.size > mostReads) return { kind: "notKnown" };
      const parts = (await Promise.all(open.map((id) => readParts(api, id)))).flat();
      parts.forEach(take);
      const next = new Set(parts.filter((part) => part.isComposite).map(({ id }) => id));
      open = [...next].filter((id) => !seen.has(id));
      for (const id of open) seen.add(id);
    }
  } catch (thrown) {
    if (thrown instanceof AdminApiError) return { kind: "notKnown" };
    throw thrown;
  }
  return { kind: "read", gives, others: [...others].sort() };
}

async function readParts(api: AdminApi, id: string): Promise<readonly CompositePart[]> {
  return api.call("listRoles", async () =>
    parseCompositeParts(await new RealmReads(api.connection).findParts({ id })),
  );
}
