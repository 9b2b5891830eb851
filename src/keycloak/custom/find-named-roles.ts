import pLimit from "p-limit";
import { type CustomRole, customRoleKey } from "../../access/custom/custom-preset.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { readPages } from "../api/read-pages.ts";
import {
  type FoundRole,
  findClientOfDocument,
  type RolePlace,
  searchRoles,
} from "./search-roles.ts";

/** Why a role of a preset can't be assigned in a realm. */
export type MissingRole = "noClient" | "noRole" | "notKnown";

/** A role that was looked for, or why it wasn't found. */
export type NamedRole = FoundRole | MissingRole;

/** So many requests are sent at once. */
const atOnce = 4;

/** From so many roles of one container on, all of its roles are listed. */
const worthListing = 10;

/**
 * Finds the roles of a document on the server, without listing containers of thousands of roles for a few of them.
 * Names are searched for and compared: a request with a name such as `..` would ask for something else.
 *
 * @returns by {@link customRoleKey}
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function findNamedRoles(
  api: AdminApi,
  roles: readonly CustomRole[],
): Promise<ReadonlyMap<string, NamedRole>> {
  const limit = pLimit(atOnce);
  const clients = [...new Set(roles.map(({ client }) => client))];
  const found = await Promise.all(
    clients.map((client) =>
      findIn(
        api,
        client,
        roles.filter((role) => role.client === client).map(({ role }) => role),
        limit,
      ),
    ),
  );
  return new Map(
    found.flatMap((ofClient, place) =>
      [...ofClient].map(
        ([role, named]) => [customRoleKey({ client: clients[place], role }), named] as const,
      ),
    ),
  );
}

async function findIn(
  api: AdminApi,
  client: string | undefined,
  names: readonly string[],
  limit: <Value>(read: () => Promise<Value>) => Promise<Value>,
): Promise<ReadonlyMap<string, NamedRole>> {
  const all = (reason: MissingRole) => new Map(names.map((name) => [name, reason] as const));
  try {
    const place = await limit(() => placeOf(api, client));
    if (place === undefined) return all("noClient");
    if (names.length >= worthListing) return limit(() => findByListing(api, place, names));
    const found = await Promise.all(
      names.map((name) => limit(() => findBySearch(api, place, name))),
    );
    return new Map(names.map((name, count) => [name, found[count] ?? "notKnown"]));
  } catch (thrown) {
    if (isForbidden(thrown)) return all("notKnown");
    throw thrown;
  }
}

async function placeOf(api: AdminApi, client: string | undefined): Promise<RolePlace | undefined> {
  if (client === undefined) return { client, clientUuid: undefined };
  return (await findClientOfDocument(api, client))?.place;
}

async function findBySearch(api: AdminApi, place: RolePlace, name: string): Promise<NamedRole> {
  const found = (await findAmong(api, place, name, new Set([name]))).get(name);
  // A search takes some characters for others: only a list proves that there is no such role.
  return found === "noRole"
    ? ((await findByListing(api, place, [name])).get(name) ?? "notKnown")
    : (found ?? "notKnown");
}

function findByListing(api: AdminApi, place: RolePlace, names: readonly string[]) {
  return findAmong(api, place, "", new Set(names));
}

/** Reads page by page until all names are found. */
async function findAmong(
  api: AdminApi,
  place: RolePlace,
  text: string,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, NamedRole>> {
  const found = new Map<string, NamedRole>();
  let isHidden = false;
  await readPages(
    async (page) => {
      if (found.size === names.size) return [];
      const roles = await searchRoles(api, place, { text, ...page });
      isHidden ||= roles === undefined;
      return roles ?? [];
    },
    (roles) => {
      for (const role of roles) {
        if (names.has(role.role.role)) found.set(role.role.role, role);
      }
    },
  );
  return new Map(
    [...names].map((name) => [name, found.get(name) ?? (isHidden ? "notKnown" : "noRole")]),
  );
}
