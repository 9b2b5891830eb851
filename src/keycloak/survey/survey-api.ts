import { Groups } from "@keycloak/keycloak-admin-client/lib/resources/groups.js";
import { Realms } from "@keycloak/keycloak-admin-client/lib/resources/realms.js";
import { Roles } from "@keycloak/keycloak-admin-client/lib/resources/roles.js";
import pLimit from "p-limit";
import type { AdminApi } from "../api/admin-api.ts";
import { RealmResource } from "../api/realm-resource.ts";

interface Page {
  readonly first: number;
  readonly max: number;
}

/** Which groups carry a role: what the admin client has no method for. */
class RoleGroups extends RealmResource {
  findOfClientRole = this.makeRequest<Page & { id: string; roleName: string }, unknown>({
    method: "GET",
    path: "/clients/{id}/roles/{roleName}/groups",
    urlParamKeys: ["id", "roleName"],
  });

  findOfRealmRole = this.makeRequest<Page & { name: string }, unknown>({
    method: "GET",
    path: "/roles/{name}/groups",
    urlParamKeys: ["name"],
  });
}

/** The Admin API of a realm, as a survey of many accounts needs it. */
export interface SurveyApi extends AdminApi {
  readonly roles: Roles;
  readonly groups: Groups;
  readonly realms: Realms;
  readonly roleGroups: RoleGroups;
  /** As `call` of {@link AdminApi}; waits for its turn, and ends with the signal's reason once it is aborted. */
  readonly queue: AdminApi["call"];
}

/** As many as a browser sends to one host at once. */
const atOnce = 6;

/**
 * The Admin API for a survey: few requests at a time, and none after the signal was aborted.
 *
 * @param onAnswer is called after each answer
 */
export function createSurveyApi(
  api: AdminApi,
  signal: AbortSignal,
  onAnswer: () => void,
): SurveyApi {
  const { connection, call } = api;
  const limit = pLimit(atOnce);
  return {
    ...api,
    roles: new Roles(connection),
    groups: new Groups(connection),
    realms: new Realms(connection),
    roleGroups: new RoleGroups(connection),
    queue: (attempt, request) =>
      limit(async () => {
        signal.throwIfAborted();
        const answer = await call(attempt, request);
        signal.throwIfAborted();
        onAnswer();
        return answer;
      }),
  };
}
