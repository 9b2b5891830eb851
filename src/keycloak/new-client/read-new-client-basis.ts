import type { FinePermissions } from "../../access/model/fine-permissions.ts";
import {
  type AdminClient,
  type Role,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseListedRoles } from "../api/parse-answers.ts";
import { contentsOf } from "../client/contents-of.ts";
import { findAdminClient } from "../client/find-admin-client.ts";
import { readFinePermissions } from "../client/read-fine-permissions.ts";
import { readOwnRoles } from "../client/read-own-roles.ts";

/** The roles for a new client. */
export interface NewClientBasis {
  /** The admin roles that this server has. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** The content of composite roles known from their list. */
  readonly contents: Snapshot["contents"];
  /** The client with these roles. */
  readonly adminClient: AdminClient;
  /**
   * Names of the signed-in administrator's own roles in the realm of the client; undefined if
   * unknown.
   */
  readonly ownRoles: ReadonlySet<string> | undefined;
  /** Whether fine-grained permissions may let the administrator do what no role does. */
  readonly finePermissions: FinePermissions;
}

/**
 * Reads what is to know before a client is made: which roles there are, and what the administrator may do in the
 * client's realm. Four requests.
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
    const adminClient = await findAdminClient(api, adminClientId);
    const listed = await api.call("listRoles", async () =>
      parseListedRoles("admin", await api.clients.listRoles({ id: adminClient.clientUuid })),
    );
    return { adminClient, listed };
  };
  const readPermissions = async (): Promise<FinePermissions> => {
    // Only whether they are on matters here, which Keycloak doesn't tell of the older kind.
    try {
      return await readFinePermissions(api, { authorizationServicesEnabled: false });
    } catch {
      return { kind: "notKnown", why: "notRead" };
    }
  };
  const [{ adminClient, listed }, ownRoles, finePermissions] = await Promise.all([
    readRoles(),
    // This request belongs to the console, not to the Admin API. Without its answer, the dialog
    // can't warn in advance.
    readOwnRoles(api, loginRealm).catch(() => undefined),
    readPermissions(),
  ]);
  const roles = new Map(listed.map((role) => [roleKey(role), role]));
  return { roles, contents: contentsOf(listed), adminClient, ownRoles, finePermissions };
}
