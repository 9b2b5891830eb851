import { Groups } from "@keycloak/keycloak-admin-client/lib/resources/groups.js";
import { type Role, type RoleKey, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { mappingsIn } from "../api/mappings-in.ts";
import { fieldsOf, parseRoles } from "../api/parse-answers.ts";
import { listGroupsOfUser } from "./list-groups-of-user.ts";
import { readRoleContent } from "./read-role-content.ts";

/** A group or a composite role through which an account holds admin roles. */
export interface RoleSource {
  readonly kind: "group" | "role";
  readonly id: string;
  readonly name: string;
  /** The client that a role belongs to; undefined for a role of the realm, and for a group. */
  readonly clientUuid: string | undefined;
  readonly gives: ReadonlySet<RoleKey>;
}

/** What was found of where roles come from. */
export interface RoleSources {
  readonly sources: readonly RoleSource[];
  /** Whether all groups, and all composite roles, were looked into. */
  readonly areGroupsRead: boolean;
  readonly areRolesRead: boolean;
}

/** So many groups, and so many composite roles, are looked into. */
const most = 10;

/**
 * Reads through which groups and composite roles an account holds admin roles that aren't assigned to it: two requests,
 * and one or more for each group and each composite role. What may not be seen is left out, and told.
 *
 * @throws where no request can be sent at all, as where the session is gone
 * @see [Groups](https://www.keycloak.org/docs/latest/server_admin/#proc-managing-groups_server_administration_guide)
 */
export async function readRoleSources(
  api: AdminApi,
  userId: string,
  known: Pick<Snapshot, "adminClient" | "isMaster">,
): Promise<RoleSources> {
  const [groups, roles] = await Promise.all([
    unlessRefused(readGroups(api, userId, known.adminClient.clientUuid)),
    unlessRefused(readCompositeRoles(api, userId, known)),
  ]);
  return {
    sources: [...(groups?.found ?? []), ...(roles?.found ?? [])],
    areGroupsRead: groups?.isWhole ?? false,
    areRolesRead: roles?.isWhole ?? false,
  };
}

interface Part {
  readonly found: readonly RoleSource[];
  readonly isWhole: boolean;
}

async function unlessRefused<Answer>(reading: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AdminApiError) return undefined;
    throw thrown;
  }
}

/** Groups above those of a user give it their roles too. */
async function readGroups(api: AdminApi, userId: string, clientUniqueId: string): Promise<Part> {
  const { direct, above } = await listGroupsOfUser(api, "listRoles", userId);
  const groups = [...new Map([...direct, ...above].map((group) => [group.id, group])).values()];
  const reads = new Groups(api.connection);
  const found = await Promise.all(
    groups.slice(0, most).map(async ({ id, name }): Promise<RoleSource | undefined> => {
      if (name === undefined) return undefined;
      const query = { id, clientUniqueId };
      const roles = await api.call("listRoles", async () =>
        parseRoles("admin", await reads.listCompositeClientRoleMappings(query)),
      );
      return { kind: "group", id, name, clientUuid: undefined, gives: new Set(roles.map(roleKey)) };
    }),
  );
  return {
    found: found.filter((it) => it !== undefined),
    isWhole: groups.length <= most && !found.includes(undefined),
  };
}

async function readCompositeRoles(
  api: AdminApi,
  userId: string,
  known: Pick<Snapshot, "adminClient" | "isMaster">,
): Promise<Part> {
  const mapped = await api.call("listRoles", async () =>
    compositesIn(await api.users.listRoleMappings({ id: userId })),
  );
  const found = await Promise.all(
    mapped.slice(0, most).map(async ({ role, clientUuid }) => {
      const content = await readRoleContent(api, role, known);
      const { id, name } = role;
      return content.kind === "read"
        ? { kind: "role" as const, id, name, clientUuid, gives: content.gives }
        : undefined;
    }),
  );
  return {
    found: found.filter((it) => it !== undefined),
    isWhole: mapped.length <= most && !found.includes(undefined),
  };
}

/** The composite roles among all that is mapped, of the realm and of clients. */
function compositesIn(answer: unknown) {
  return mappingsIn(answer).flatMap(({ clientUuid, roles }) =>
    roles
      .filter((item) => fieldsOf(item).get("composite") === true)
      .flatMap((item) => parseRoles("realm", [item]))
      .map((role: Role) => ({ role, clientUuid })),
  );
}
