import { clientIdOfContainer } from "../../access/custom/client-id-of-container.ts";
import {
  isOfAnotherRealm,
  isOtherContainer,
  type PresetPlace,
} from "../../access/custom/role-container.ts";
import type { Role, RoleContainer } from "../../access/model/snapshot.ts";
import type { OtherContainer, RealmPreset } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { type ListedRole, parseClients, parseListedRoles } from "../api/parse-answers.ts";
import { RealmResource } from "../api/realm-resource.ts";
import { unlessHidden } from "./unless-hidden.ts";

/** The admin client's class for roles contains dozens of other calls. */
class RealmRoles extends RealmResource {
  find = this.makeRequest<void, unknown>({ method: "GET", path: "/roles" });
}

/** The names of the containers of presets' roles, those of former revisions too, but for the ones of admin roles. */
export function otherContainersOf(presets: readonly RealmPreset[]): readonly OtherContainer[] {
  const roles = presets.flatMap(({ roles: now, formerly = [] }) => [
    ...now,
    ...formerly.flatMap((former) => former.roles),
  ]);
  return [...new Set(roles.map(({ container }) => container).filter(isOtherContainer))];
}

/**
 * Finds the containers of presets' roles on the server: one request for each client. One that isn't there is left out,
 * and so are those with admin roles of another realm.
 *
 * @throws AdminApiError when a request fails
 */
export async function containersOfPresets(
  api: AdminApi,
  presets: readonly RealmPreset[],
  place: PresetPlace,
): Promise<readonly RoleContainer[]> {
  const found = await Promise.all(
    otherContainersOf(presets)
      .filter((container) => !isOfAnotherRealm(container, place))
      .map((container) => find(api, container)),
  );
  return found.filter((it) => it !== undefined);
}

async function find(api: AdminApi, container: OtherContainer): Promise<RoleContainer | undefined> {
  const clientId = clientIdOfContainer(container);
  if (clientId === undefined) return { container, clientUuid: undefined };
  const clients = await api.call("readClient", async () =>
    parseClients(await api.clients.find({ clientId })),
  );
  const client = clients.find((it) => it.clientId === clientId);
  return client && { container, clientUuid: client.clientUuid };
}

/** The roles of an answer about one container. The realm roles of `master` that give admin access are another's. */
export function rolesOfContainer(
  { container, clientUuid }: RoleContainer,
  answer: unknown,
): readonly (Role & ListedRole)[] {
  const roles = parseListedRoles(container, answer);
  return clientUuid === undefined
    ? roles.filter(({ name }) => !masterRealmRoles.has(name))
    : roles.map((role) => ({ ...role, clientUuid }));
}

/**
 * Lists the roles of a container.
 *
 * @returns undefined where the administrator may not see them, or the client is gone
 * @throws AdminApiError when the request fails for another reason
 */
export function listContainer(
  { call, clients, connection }: AdminApi,
  container: RoleContainer,
): Promise<readonly (Role & ListedRole)[] | undefined> {
  const id = container.clientUuid;
  return unlessHidden(
    call("listRoles", async () =>
      rolesOfContainer(
        container,
        await (id === undefined ? new RealmRoles(connection).find() : clients.listRoles({ id })),
      ),
    ),
  );
}
