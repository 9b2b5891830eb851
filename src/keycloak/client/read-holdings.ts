import { isAdminRole } from "../../access/model/role-reference.ts";
import {
  type Role,
  type RoleContainer,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { parseRoles } from "../api/parse-answers.ts";
import { rolesOfContainer, unlessHidden } from "./list-other-roles.ts";

/** The account whose role mappings are read, and the client whose roles count. */
export interface Account {
  readonly serviceAccountUserId: string;
  readonly adminClient: Snapshot["adminClient"];
  readonly isMaster: boolean;
  /** Other containers whose roles count, since presets of the realm have some. */
  readonly others?: readonly RoleContainer[] | undefined;
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
 * Reads an account's assigned, effective or available roles: those of the admin client, in `master` also realm roles
 * that give admin access, and those of the other containers.
 *
 * @throws AdminApiError when a request fails
 * @see [Role mappings of a user](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_client_role_mappings)
 */
export async function readMappedRoles(
  { users, call }: AdminApi,
  { serviceAccountUserId: id, adminClient, isMaster, others = [] }: Account,
  question: Question,
): Promise<readonly Role[]> {
  const ofClient = (clientUniqueId: string) =>
    ({
      readMappings: () => users.listClientRoleMappings({ id, clientUniqueId }),
      readEffective: () => users.listCompositeClientRoleMappings({ id, clientUniqueId }),
      readAvailable: () => users.listAvailableClientRoleMappings({ id, clientUniqueId }),
    })[question]();
  const ofRealm = () =>
    ({
      readMappings: () => users.listRealmRoleMappings({ id }),
      readEffective: () => users.listCompositeRealmRoleMappings({ id }),
      readAvailable: () => users.listAvailableRealmRoleMappings({ id }),
    })[question]();
  const [admin, realm, ...ofOthers] = await Promise.all([
    call(question, async () => parseRoles("admin", await ofClient(adminClient.clientUuid))),
    isMaster ? call(question, async () => parseRoles("realm", await ofRealm())) : [],
    ...others.map((other) =>
      unlessHidden(
        call(question, async () =>
          rolesOfContainer(
            other,
            await (other.clientUuid === undefined ? ofRealm() : ofClient(other.clientUuid)),
          ),
        ),
      ),
    ),
  ]);
  return [...admin, ...realm.filter(isAdminRole), ...ofOthers.flatMap((roles) => roles ?? [])];
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
