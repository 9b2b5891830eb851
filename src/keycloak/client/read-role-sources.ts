import type { RoleKey, Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { compositesIn } from "../api/mappings-in.ts";
import { readGroupSources } from "./read-group-sources.ts";
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

type AdminRoles = Pick<Snapshot, "adminClient" | "isMaster">;

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
  known: AdminRoles,
): Promise<RoleSources> {
  const [groups, roles] = await Promise.all([
    unlessRefused(readGroups(api, userId, known)),
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

async function readGroups(api: AdminApi, userId: string, known: AdminRoles): Promise<Part> {
  const { found, isWhole } = await readGroupSources(api, userId, known, most);
  return {
    found: found.map((group) => ({ kind: "group", clientUuid: undefined, ...group })),
    isWhole,
  };
}

async function readCompositeRoles(api: AdminApi, userId: string, known: AdminRoles): Promise<Part> {
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
