import { type Role, type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseRoles } from "../api/parse-answers.ts";
import { findAdminClient } from "../client/find-admin-client.ts";
import { readOwnRoles } from "../client/read-own-roles.ts";

/** What a new client can be given. */
export interface NewClientBasis {
  /** The admin roles that this server has. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** Names of the signed-in administrator's own roles in the realm of the client; undefined where that was not told. */
  readonly ownRoles: ReadonlySet<string> | undefined;
}

/**
 * Reads what is to know before a client is made: which roles there are, and which the administrator
 * has, for the client's realm. Three requests.
 *
 * @param loginRealm the realm that the administrator signed in to
 * @throws AdminApiError when the roles can't be read
 */
export async function readNewClientBasis(
  api: AdminApi,
  loginRealm: string,
  adminClientId: string,
): Promise<NewClientBasis> {
  const readRoles = async () => {
    const { clientUuid } = await findAdminClient(api, adminClientId);
    return api.call("listRoles", async () =>
      parseRoles("admin", await api.clients.listRoles({ id: clientUuid })),
    );
  };
  const [roles, ownRoles] = await Promise.all([
    readRoles(),
    // The console's own question, not the Admin API's: without its answer nothing is told beforehand.
    readOwnRoles(api, loginRealm).catch(() => undefined),
  ]);
  return { roles: new Map(roles.map((role) => [roleKey(role), role])), ownRoles };
}
