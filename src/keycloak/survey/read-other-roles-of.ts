import { isOtherContainer } from "../../access/custom/role-container.ts";
import { type RoleContainer, type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import type { Survey } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { rolesOfContainer } from "../custom/role-containers.ts";

/**
 * Reads which roles of the realm's own presets an account has, beside admin roles: one request for each client that has
 * such roles, and one for the realm.
 *
 * @throws AdminApiError when a request fails
 */
export async function readOtherRolesOf(
  { users, call }: Pick<AdminApi, "users" | "call">,
  { roles }: Pick<Survey, "roles">,
  userId: string,
  question: "readMappings" | "readEffective",
): Promise<readonly RoleKey[]> {
  const found = new Map<string, RoleContainer>();
  for (const { container, clientUuid } of roles.values()) {
    if (isOtherContainer(container)) found.set(container, { container, clientUuid });
  }
  const isMapped = question === "readMappings";
  const ask = ({ clientUuid }: RoleContainer) => {
    if (clientUuid === undefined) {
      const ofRealm = { id: userId };
      return isMapped
        ? users.listRealmRoleMappings(ofRealm)
        : users.listCompositeRealmRoleMappings(ofRealm);
    }
    const ofClient = { id: userId, clientUniqueId: clientUuid };
    return isMapped
      ? users.listClientRoleMappings(ofClient)
      : users.listCompositeClientRoleMappings(ofClient);
  };
  const answers = await Promise.all(
    [...found.values()].map((container) =>
      call(question, async () => rolesOfContainer(container, await ask(container))),
    ),
  );
  return answers
    .flat()
    .map(roleKey)
    .filter((key) => roles.has(key));
}
