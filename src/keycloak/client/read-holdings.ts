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

/** What can be asked of an account's role mappings. */
export type Question = "readMappings" | "readEffective" | "readAvailable";

/** What an account holds and may be given, or that the person may not see it. */
export interface FoundHoldings {
  readonly roles: readonly Role[];
  readonly mapped: ReadonlySet<RoleKey>;
  readonly effective: ReadonlySet<RoleKey>;
  readonly grantable: ReadonlySet<RoleKey>;
  readonly isReadable: boolean;
}

const keysOf = (roles: readonly Role[]): ReadonlySet<RoleKey> => new Set(roles.map(roleKey));

/**
 * Reads the roles that an account has mapped, has in effect or may be given: those of the admin
 * client, and in `master` those of the realm too that give admin power.
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
 * Reads all that is to know of an account's role mappings. An administrator without view-users may see
 * none of it; one without manage-users may grant nothing.
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
