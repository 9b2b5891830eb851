import { Groups } from "@keycloak/keycloak-admin-client/lib/resources/groups.js";
import { type RoleKey, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { compositesIn, mappingsIn } from "../api/mappings-in.ts";
import { parseRoles } from "../api/parse-answers.ts";
import { listGroupsOfUser } from "./list-groups-of-user.ts";
import { readRoleContent } from "./read-role-content.ts";

/** A group of an account, or one above it, with the admin roles that it gives. */
export interface GroupSource {
  readonly id: string;
  readonly name: string;
  readonly gives: ReadonlySet<RoleKey>;
}

type Administered = Pick<Snapshot, "adminClient" | "isMaster">;

const keysIn = (answer: unknown) => parseRoles("admin", answer).map(roleKey);

/**
 * Reads which groups give an account admin roles: one request, one for each group above its own, and one for each of
 * all these. Up to Keycloak 26.5, what the groups above a group give is among what the server tells of it. So where a group
 * and the one above it are said to give the same role, one more request tells what is assigned to the group itself, and
 * one each what is in composite roles of these.
 *
 * @param most so many groups are looked into
 * @returns whether all of them, and all that they give, could be seen
 * @throws AdminApiError when a request for groups or their roles fails
 */
export async function readGroupSources(
  api: AdminApi,
  userId: string,
  known: Administered,
  most: number,
): Promise<{ readonly found: readonly GroupSource[]; readonly isWhole: boolean }> {
  const { direct, above } = await listGroupsOfUser(api, "listRoles", userId);
  const groups = [...new Map([...direct, ...above].map((group) => [group.id, group])).values()];
  const clientUniqueId = known.adminClient.clientUuid;
  const reads = new Groups(api.connection);
  const asked = groups
    .slice(0, most)
    .flatMap(({ name, ...group }) => (name === undefined ? [] : [{ ...group, name }]));
  const told = new Map(
    await Promise.all(
      asked.map(async ({ id }) => {
        const query = { id, clientUniqueId };
        return api.call(
          "listRoles",
          async () => [id, keysIn(await reads.listCompositeClientRoleMappings(query))] as const,
        );
      }),
    ),
  );
  let isWhole = asked.length === groups.length;
  const found = await Promise.all(
    asked.map(async ({ id, name, parentId }): Promise<GroupSource> => {
      const gives = told.get(id) ?? [];
      const fromAbove = parentId === undefined ? [] : (told.get(parentId) ?? gives);
      if (!gives.some((key) => fromAbove.includes(key))) return { id, name, gives: new Set(gives) };
      const own = await readAssigned(api, id, known);
      isWhole &&= own.isWhole;
      const isGiven = (key: RoleKey) => own.keys.has(key) || !fromAbove.includes(key);
      return { id, name, gives: new Set(gives.filter(isGiven)) };
    }),
  );
  return { found, isWhole };
}

/** The admin roles that are assigned to a group, with those in composite roles as far as these can be seen. */
async function readAssigned(api: AdminApi, id: string, known: Administered) {
  const reads = new Groups(api.connection);
  const mappings = await api.call("listRoles", () => reads.listRoleMappings({ id }));
  const contents = await Promise.all(
    compositesIn(mappings).map(({ role }) => readRoleContent(api, role, known)),
  );
  const ofAdminClient = mappingsIn(mappings).filter(
    ({ clientUuid }) => clientUuid === known.adminClient.clientUuid,
  );
  return {
    keys: new Set([
      ...ofAdminClient.flatMap(({ roles }) => keysIn(roles)),
      ...contents.flatMap((content) => (content.kind === "read" ? [...content.gives] : [])),
    ]),
    isWhole: contents.every(({ kind }) => kind === "read"),
  };
}
