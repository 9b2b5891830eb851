import type { ContainerKey } from "../../catalog/presets/presets.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import {
  type CompositePart,
  type ListedRole,
  parseCompositeParts,
  parseListedRoles,
} from "../api/parse-answers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** A role in a composite role; the container is undefined for roles of clients that don't count. */
export interface PartOfRole {
  readonly id: string;
  readonly name: string;
  readonly container: ContainerKey | undefined;
  readonly isComposite: boolean;
}

/** What composite roles include directly, by the id of the role; none where that may not be seen. */
export type RoleParts = ReadonlyMap<string, readonly PartOfRole[] | undefined>;

/** Which composite roles are looked into. */
export interface LookThrough {
  readonly adminClientUuid: string;
  /** Whether the roles are those of `master`, whose role `admin` includes all roles of all realms. */
  readonly isInMaster: boolean;
  /** Whether the person is known to lack the right to look into realm roles: then these aren't asked for. */
  readonly areRealmRolesHidden: boolean;
  readonly composite: readonly ListedRole[];
}

/**
 * Reads what composite roles include, and what composite roles among that include, those of other clients
 * too: one request each. For realm roles of `master` it is two, which ask for the roles that count alone.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 * @see [RoleByIdResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/RoleByIdResource.java)
 */
export async function readComposites(
  api: SurveyApi,
  { adminClientUuid, isInMaster, areRealmRolesHidden, composite }: LookThrough,
): Promise<RoleParts> {
  const parts = new Map<string, readonly PartOfRole[] | undefined>();
  const asked = new Set<string>();
  const partOf = ({ id, name, isComposite, isClientRole, containerId }: CompositePart) => {
    const ofClient = containerId === adminClientUuid ? ("admin" as const) : undefined;
    return { id, name, isComposite, container: isClientRole ? ofClient : ("realm" as const) };
  };
  const ask = (request: () => Promise<unknown>) => api.queue("survey", request);
  const readPair = async (id: string): Promise<readonly PartOfRole[]> => {
    const [ofClient, ofRealm] = await Promise.all([
      ask(() => api.roles.getCompositeRolesForClient({ id, clientId: adminClientUuid })),
      ask(() => api.roles.getCompositeRolesForRealm({ id })),
    ]);
    return [...parseListedRoles("admin", ofClient), ...parseListedRoles("realm", ofRealm)];
  };
  const readAll = async (id: string): Promise<readonly PartOfRole[]> =>
    parseCompositeParts(await ask(() => api.roles.getCompositeRoles({ id }))).map(partOf);
  const look = async ({ id, container }: PartOfRole): Promise<void> => {
    if (asked.has(id)) return;
    asked.add(id);
    if (areRealmRolesHidden && container === "realm") {
      parts.set(id, undefined);
      return;
    }
    try {
      const found = await (isInMaster && container === "realm" ? readPair(id) : readAll(id));
      parts.set(id, found);
      await Promise.all(found.filter(({ isComposite }) => isComposite).map(look));
    } catch (thrown) {
      if (!isForbidden(thrown)) throw thrown;
      parts.set(id, undefined);
    }
  };
  await Promise.all(composite.map(look));
  return parts;
}
