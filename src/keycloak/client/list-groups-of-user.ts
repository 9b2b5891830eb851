import { Groups } from "@keycloak/keycloak-admin-client/lib/resources/groups.js";
import type { AdminApi } from "../api/admin-api.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";
import type { RequestName } from "../api/request-name.ts";

/** A group through which a user is given roles. */
interface UserGroup {
  readonly id: string;
  /** Undefined if it was deleted meanwhile. */
  readonly name: string | undefined;
  /** The group right above it; undefined where there is none. */
  readonly parentId: string | undefined;
}

/** The groups of a user. */
export interface GroupsOfUser {
  /** Those that it is a member of. */
  readonly direct: readonly UserGroup[];
  /** Those above them. */
  readonly above: readonly UserGroup[];
}

const parseGroup = (group: unknown): UserGroup => {
  const fields = fieldsOf(group);
  const parentId = fields.get("parentId");
  return {
    id: textOf(fields, "id"),
    name: textOf(fields, "name"),
    parentId: typeof parentId === "string" ? parentId : undefined,
  };
};

/**
 * Lists the groups of a user and those above them: one request, and one for each group above.
 *
 * @param attempt what is done, for errors
 * @throws AdminApiError when a request fails
 */
export async function listGroupsOfUser(
  { call, connection, users }: AdminApi,
  attempt: RequestName,
  userId: string,
): Promise<GroupsOfUser> {
  const groups = new Groups(connection);
  const direct = await call(attempt, async () =>
    itemsOf(await users.listGroups({ id: userId })).map(parseGroup),
  );
  const above = new Map<string, UserGroup>();
  const open = direct.flatMap(({ parentId }) => parentId ?? []);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (above.has(id)) continue;
    const query = { id };
    const found: unknown = await call(attempt, () => groups.findOne(query));
    const group = found === null ? { id, name: undefined, parentId: undefined } : parseGroup(found);
    above.set(id, group);
    if (group.parentId !== undefined) open.push(group.parentId);
  }
  return { direct, above: [...above.values()] };
}
