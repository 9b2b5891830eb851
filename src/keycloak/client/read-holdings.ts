import { isAdminRole } from "../../access/model/role-reference.ts";
import { type Role, type RoleKey, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { parseRoles } from "../api/parse-answers.ts";

/** The account whose role mappings are read, and the client whose roles count. */
export interface Account {
  readonly serviceAccountUserId: string;
  readonly adminClient: Snapshot["adminClient"];
  readonly isMaster: boolean;
}

/** The reads of an account's role mappings. */
export type Question = "readMappings" | "readEffective" | "readAvailable";

/** The roles of an account and those that can be assigned, or that the person can't see them. */
export interface FoundHoldings {
  readonly roles: readonly Role[];
  readonly mapped: ReadonlySet<RoleKey>;
  readonly effective: ReadonlySet<RoleKey>;
  readonly grantable: ReadonlySet<RoleKey>;
  readonly isReadable: boolean;
}

const keysOf = (roles: readonly Role[]): ReadonlySet<RoleKey> => new Set(roles.map(roleKey));

/**
 * Reads an account's assigned, effective or available roles: those of the admin client, and in
 * `master` also realm roles that give admin access.
 *
 * @throws AdminApiError when a request fails
 * @see [Role mappings of a user](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_client_role_mappings)
 */
export async function readMappedRoles(
  { users, call }: AdminApi,
  { serviceAccountUserId: id, adminClient, isMaster }: Account,
  question: Question,
): Promise<readonly Role[]> {
  const read = (container: ContainerKey, request: () => Promise<unknown>) =>
    call(question, async () => parseRoles(container, await request()));
  const client = { id, clientUniqueId: adminClient.clientUuid };
  const requests = {
    readMappings: [
      () => users.listClientRoleMappings(client),
      () => users.listRealmRoleMappings({ id }),
    ],
    readEffective: [
      () => users.listCompositeClientRoleMappings(client),
      () => users.listCompositeRealmRoleMappings({ id }),
    ],
    readAvailable: [
      () => users.listAvailableClientRoleMappings(client),
      () => users.listAvailableRealmRoleMappings({ id }),
    ],
  } as const;
  const [ofClient, ofRealm] = requests[question];
  const roles = await Promise.all([
    read("admin", ofClient),
    isMaster ? read("realm", ofRealm) : [],
  ]);
  return roles.flat().filter(isAdminRole);
}

/**
 * Reads everything about an account's role mappings. An administrator without view-users can see
 * none of them, and one without manage-users can grant nothing.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readHoldings(api: AdminApi, account: Account): Promise<FoundHoldings> {
  const read = async (question: Question): Promise<readonly Role[] | undefined> => {
    try {
      return await readMappedRoles(api, account, question);
    } catch (thrown) {
      if (isForbidden(thrown)) return undefined;
      throw thrown;
    }
  };
  const [mapped, effective, available = []] = await Promise.all([
    read("readMappings"),
    read("readEffective"),
    read("readAvailable"),
  ]);
  return {
    roles: [...(mapped ?? []), ...(effective ?? []), ...available],
    mapped: keysOf(mapped ?? []),
    effective: keysOf(effective ?? []),
    grantable: keysOf(available),
    isReadable: mapped !== undefined && effective !== undefined,
  };
}
