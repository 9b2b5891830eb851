import { userIdOf } from "../../access/model/account.ts";
import type { Grant } from "../../access/model/grant.ts";
import type { Role } from "../../access/model/snapshot.ts";
import type { Step } from "../../access/plan/steps.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { clientOfRoles, removeRoles, type Target } from "./remove-roles.ts";

/** The server needs the current id and name of each role. */
const toMapping = ({ id, name }: Role) => ({ id, name });

const rolesIn = (grants: readonly Grant[]): readonly Role[] =>
  grants.flatMap((grant) => ("role" in grant ? [grant.role] : []));

/**
 * Sends one step of a change: one request, which the server applies completely or not at all. Only
 * a formerly optional client scope needs two requests, because it would stay optional otherwise:
 * see {@link isMoveHalfDone} for the state between them. If the second fails, both can be sent
 * again.
 *
 * @throws AdminApiError when a request fails
 * @see [Role mappings of a user](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_client_role_mappings)
 * @see [Scope mappings of a client](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_scope_mappings)
 */
export async function writeStep(api: AdminApi, target: Target, step: Step): Promise<void> {
  switch (step.place) {
    case "account":
      return writeAccount(api, target.client, step.direction === "remove");
    case "clientScope":
      return writeClientScopes(api, target, step);
    default:
      return step.direction === "add"
        ? addRoles(api, target, step)
        : removeRoles(api, target, step.place, rolesIn(step.grants));
  }
}

/**
 * Nothing else in the client changes, because the server changes only the fields of a request. The
 * exception is front-channel logout, which older releases set to whether the client is public. A
 * formerly public client gets a secret. A client that becomes public again keeps its
 * service-account user, because the request keeps service accounts on; otherwise 26.0 would delete
 * the user.
 *
 * @see [Using a service account](https://www.keycloak.org/docs/latest/server_admin/#_service_accounts)
 * @see [ClientAdapter using wrong value for isFrontChannelLogout](https://github.com/keycloak/keycloak/issues/48432)
 */
async function writeAccount(
  api: AdminApi,
  { clientUuid, frontchannelLogout, publicClient: isPublic }: Target["client"],
  publicClient: boolean,
): Promise<void> {
  const kept = frontchannelLogout || isPublic || publicClient ? { frontchannelLogout } : {};
  const settings = { publicClient, serviceAccountsEnabled: true, ...kept };
  await api.call("change", () => api.clients.update({ id: clientUuid }, settings));
}

async function addRoles(
  api: AdminApi,
  { client, adminClient, account }: Target,
  { place, grants }: Step,
): Promise<void> {
  const roles = rolesIn(grants);
  const mappings = roles.map(toMapping);
  const clientUuid = clientOfRoles(roles, adminClient);
  const { clients, users } = api;
  if (place === "mapping") {
    const userId = userIdOf(account);
    if (userId === undefined) throw new Error("No service account is known; nothing was sent.");
    await api.call("change", () =>
      clientUuid === undefined
        ? users.addRealmRoleMappings({ id: userId, roles: mappings })
        : users.addClientRoleMappings({ id: userId, clientUniqueId: clientUuid, roles: mappings }),
    );
  } else {
    const id = client.clientUuid;
    await api.call("change", () =>
      clientUuid === undefined
        ? clients.addRealmScopeMappings({ id }, mappings)
        : clients.addClientScopeMappings({ id, client: clientUuid }, mappings),
    );
  }
}

async function writeClientScopes(
  api: AdminApi,
  { client }: Target,
  { direction, grants }: Step,
): Promise<void> {
  for (const grant of grants) {
    if (grant.place !== "clientScope") continue;
    const { clientScope, wasOptional } = grant;
    const ids = { id: client.clientUuid, clientScopeId: clientScope.id };
    if (direction === "add") {
      await api.call("change", async () => {
        if (wasOptional) await api.clients.delOptionalClientScope(ids);
        await api.clients.addDefaultClientScope(ids);
      });
    } else {
      await api.call("change", async () => {
        await api.clients.delDefaultClientScope(ids);
        if (wasOptional) await api.clients.addOptionalClientScope(ids);
      });
    }
  }
}
