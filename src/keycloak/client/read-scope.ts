import { type Access, type ClientSettings, roleKey } from "../../access/model/snapshot.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { parseRoles } from "../api/parse-answers.ts";
import { rolesOfContainer, unlessHidden } from "./list-other-roles.ts";
import type { Account } from "./read-holdings.ts";
import { readRealmFacts } from "./read-realm-facts.ts";

/** The admin roles in a client's scope that the signed-in administrator can see. */
export type FoundScope = Pick<Access, "inScope" | "unseenScope">;

/** If *Full scope allowed* is on, every role is in the scope. Any administrator can see that. */
export const fullScope: FoundScope = { inScope: undefined, unseenScope: new Set() };

/**
 * Reads which admin roles are in the client's scope, including those from client scopes and
 * composite roles.
 *
 * Keycloak silently omits roles that the caller can't see: realm roles if the caller lacks
 * view-realm. Client roles are visible to everyone who can list them, as the caller does for a
 * snapshot. The list of roles that are *not* granted proves nothing, because it contains the
 * omitted ones (contract test, 26.0 to 26.7). In `master`, the realm is therefore read too: its
 * settings are fully visible to the same administrators who see its roles.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 * @see [Evaluating client scopes](https://www.keycloak.org/docs/latest/server_admin/#_client_scopes_evaluate)
 * @see [ClientScopeEvaluateScopeMappingsResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientScopeEvaluateScopeMappingsResource.java)
 */
export async function readScope(
  api: AdminApi,
  { clientUuid }: Pick<ClientSettings, "clientUuid">,
  { adminClient, isMaster, others = [] }: Pick<Account, "adminClient" | "isMaster" | "others">,
): Promise<FoundScope> {
  const read = <Found>(roleContainer: string, parse: (answer: unknown) => Found) => {
    const query = { id: clientUuid, roleContainer, type: "granted" as const, scope: "" };
    return api.call("readScope", async () => parse(await api.clients.evaluatePermission(query)));
  };
  const touchesRealm = isMaster || others.some((other) => other.clientUuid === undefined);
  const [ofClient, ofRealm, realm, ...ofOthers] = await Promise.all([
    unlessForbidden(read(adminClient.clientUuid, (answer) => parseRoles("admin", answer))),
    isMaster ? unlessForbidden(read(api.realm, (answer) => parseRoles("realm", answer))) : [],
    touchesRealm ? readRealmFacts(api) : undefined,
    ...others.map((other) =>
      unlessHidden(
        read(other.clientUuid ?? api.realm, (answer) => rolesOfContainer(other, answer)),
      ),
    ),
  ]);
  const isWhole = realm?.isWhole !== false;
  const unseen = (container: ContainerKey, roles: unknown) =>
    roles === undefined || (isOfRealm(container) && !isWhole) ? [container] : [];
  return {
    inScope: new Set([ofClient, ofRealm, ...ofOthers].flatMap((roles) => roles ?? []).map(roleKey)),
    unseenScope: new Set([
      ...unseen("admin", ofClient),
      ...(isMaster ? unseen("realm", ofRealm) : []),
      ...others.flatMap(({ container }, place) => unseen(container, ofOthers[place])),
    ]),
  };
}

async function unlessForbidden<Found>(answer: Promise<Found>): Promise<Found | undefined> {
  try {
    return await answer;
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
}

const isOfRealm = (container: ContainerKey) => container === "realm" || container === "otherRealm";
