import { WhoAmI } from "@keycloak/keycloak-admin-client/lib/resources/whoAmI.js";
import { type Role, type RoleKey, roleKey } from "../access/snapshot.ts";
import type { AdminApi } from "./admin-api.ts";
import { AdminApiError } from "./admin-api-error.ts";
import { parseClients, parseRoles } from "./parse-answers.ts";
import { parseOwnRoles } from "./parse-survey-answers.ts";

/** What a new client can be given. */
export interface NewClientBasis {
  /** The admin roles that this server has. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** Names of the signed-in administrator's own roles in the realm of the client. */
  readonly ownRoles: ReadonlySet<string>;
}

/**
 * Reads what is to know before a client is made: which roles there are, and which the administrator
 * has, for the client's realm. Three requests.
 *
 * @param signedIn the Admin API of the realm that the administrator signed in to
 * @throws AdminApiError when a request fails
 */
export async function readNewClientBasis(
  api: AdminApi,
  signedIn: AdminApi,
  adminClientId: string,
): Promise<NewClientBasis> {
  const readRoles = async () => {
    const clients = await api.call("findAdminClient", async () =>
      parseClients(await api.clients.find({ clientId: adminClientId })),
    );
    const adminClient = clients.find(({ clientId }) => clientId === adminClientId);
    if (adminClient === undefined) {
      throw new AdminApiError({ attempt: "findAdminClient", failure: "hidden" });
    }
    return api.call("listRoles", async () =>
      parseRoles("admin", await api.clients.listRoles({ id: adminClient.clientUuid })),
    );
  };
  const [roles, ownRoles] = await Promise.all([
    readRoles(),
    api.call("readOwnRoles", async () =>
      parseOwnRoles(
        await new WhoAmI(signedIn.connection).find({ currentRealm: api.realm }),
        api.realm,
      ),
    ),
  ]);
  return { roles: new Map(roles.map((role) => [roleKey(role), role])), ownRoles };
}
