import { type CustomRole, customRoleKey } from "../../access/custom/custom-preset.ts";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";
import { readPages } from "../api/read-pages.ts";
import { RealmResource } from "../api/realm-resource.ts";

/** The admin client's class for roles contains dozens of other calls. */
class RealmRoles extends RealmResource {
  find = this.makeRequest<{ readonly first: number; readonly max: number }, unknown>({
    method: "GET",
    path: "/roles",
  });
}

/** Why a role of a preset can't be assigned in a realm. */
export type MissingRole = "noClient" | "noRole" | "notKnown";

/** The names of a container's roles, or why there are none to be told. */
type RoleNames = ReadonlySet<string> | Exclude<MissingRole, "noRole">;

const namesIn = (answer: unknown) => itemsOf(answer).map((it) => textOf(fieldsOf(it), "name"));

async function readNames(api: AdminApi, client: string | undefined): Promise<RoleNames> {
  if (client === undefined) {
    const names = new Set<string>();
    const resource = new RealmRoles(api.connection);
    await readPages(
      (page) => api.call("listRoles", async () => namesIn(await resource.find(page))),
      (read) => {
        for (const name of read) names.add(name);
      },
    );
    return names;
  }
  const isMaster = api.realm === "master";
  const clientId = client === "realm-management" ? adminClientId(isMaster, api.realm) : client;
  const found = await api.call("readClient", async () =>
    itemsOf(await api.clients.find({ clientId })).map(fieldsOf),
  );
  const fields = found.find((it) => it.get("clientId") === clientId);
  if (fields === undefined) return "noClient";
  const id = textOf(fields, "id");
  return new Set(
    await api.call("listRoles", async () => namesIn(await api.clients.listRoles({ id }))),
  );
}

/**
 * Tells which roles a realm doesn't have. Roles are listed and compared: a request with a name such as `..` would ask for
 * something else.
 *
 * @returns the reasons by {@link customRoleKey}; a role that is there isn't in it
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function findMissingRoles(
  api: AdminApi,
  roles: readonly CustomRole[],
): Promise<ReadonlyMap<string, MissingRole>> {
  const containers = new Map<string | undefined, RoleNames>();
  for (const { client } of roles) {
    if (containers.has(client)) continue;
    const names = await readNames(api, client).catch((thrown: unknown) => {
      if (isForbidden(thrown)) return "notKnown" as const;
      throw thrown;
    });
    containers.set(client, names);
  }
  return new Map(
    roles.flatMap((role) => {
      const names = containers.get(role.client) ?? "notKnown";
      const reason =
        typeof names === "string" ? names : names.has(role.role) ? undefined : "noRole";
      return reason === undefined ? [] : [[customRoleKey(role), reason] as const];
    }),
  );
}
