import type { Role, RoleContainer } from "../../access/model/snapshot.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { type ListedRole, parseListedRoles } from "../api/parse-answers.ts";
import { RealmReads } from "../api/realm-reads.ts";

/** What is read of a container that is gone, or that the administrator may not see: undefined. */
export async function unlessHidden<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  try {
    return await answer;
  } catch (thrown) {
    const failure = thrown instanceof AdminApiError ? thrown.failure : undefined;
    if (failure === "forbidden" || failure === "notFound") return undefined;
    throw thrown;
  }
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
 * Lists the roles of a container: of the realm, or of one client.
 *
 * @returns undefined where the administrator may not see them, or the client is gone
 * @throws AdminApiError when the request fails for another reason
 */
export function listOtherRoles(
  { call, clients, connection }: AdminApi,
  container: RoleContainer,
): Promise<readonly (Role & ListedRole)[] | undefined> {
  const id = container.clientUuid;
  return unlessHidden(
    call("listRoles", async () =>
      rolesOfContainer(
        container,
        await (id === undefined
          ? new RealmReads(connection).findRoles()
          : clients.listRoles({ id })),
      ),
    ),
  );
}
