import type { CustomRole } from "../../access/custom/custom-preset.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";
import { RealmResource } from "../api/realm-resource.ts";
import { adminClientOf } from "./preset-place.ts";
import { unlessHidden } from "./unless-hidden.ts";

/** What documents call the client with the admin roles of the realm, in `master` too. */
const realmManagement = "realm-management";

/** Which part of a list is asked for. */
export interface SearchPage {
  /** A part of what is looked for; empty for everything. */
  readonly text: string;
  readonly first: number;
  readonly max: number;
}

/** Where roles are looked for: in the realm, or in one client. */
export interface RolePlace {
  /** The client as documents name it; undefined for the realm. */
  readonly client: string | undefined;
  /** Undefined for the realm. */
  readonly clientUuid: string | undefined;
}

/** A role of the server, with the name that documents have for it. */
export interface FoundRole {
  readonly role: CustomRole;
  readonly id: string;
  readonly description: string;
  readonly isComposite: boolean;
}

/** A client whose roles can be looked at. */
export interface FoundClient {
  readonly clientId: string;
  readonly place: RolePlace;
}

interface RolesQuery {
  readonly search?: string;
  readonly first: number;
  readonly max: number;
}

/** The admin client's classes know no page of a client's roles, or are too large. */
class RoleSearch extends RealmResource {
  ofRealm = this.makeRequest<RolesQuery, unknown>({ method: "GET", path: "/roles" });

  ofClient = this.makeRequest<RolesQuery & { readonly id: string }, unknown>({
    method: "GET",
    path: "/clients/{id}/roles",
    urlParamKeys: ["id"],
  });
}

/**
 * Searches the roles of a place by a part of their name or description.
 *
 * @returns undefined where the administrator may not see them, or the client is gone
 * @throws AdminApiError when the request fails for another reason
 */
export function searchRoles(
  api: AdminApi,
  { client, clientUuid: id }: RolePlace,
  { text, first, max }: SearchPage,
): Promise<readonly FoundRole[] | undefined> {
  const resource = new RoleSearch(api.connection);
  const query = { ...(text === "" ? {} : { search: text }), first, max };
  return unlessHidden(
    api.call("listRoles", async () =>
      itemsOf(
        await (id === undefined ? resource.ofRealm(query) : resource.ofClient({ ...query, id })),
      ).map((item) => foundRole(client, item)),
    ),
  );
}

function foundRole(client: string | undefined, item: unknown): FoundRole {
  const fields = fieldsOf(item);
  const description = fields.get("description");
  return {
    role: { ...(client !== undefined && { client }), role: textOf(fields, "name") },
    id: textOf(fields, "id"),
    description: typeof description === "string" ? description : "",
    isComposite: fields.get("composite") === true,
  };
}

/**
 * Searches the clients of the realm by a part of their client ID.
 *
 * @returns undefined where the administrator may not see clients
 * @throws AdminApiError when the request fails for another reason
 */
export function searchClients(
  api: AdminApi,
  { text, first, max }: SearchPage,
): Promise<readonly FoundClient[] | undefined> {
  const page = { first, max };
  return unlessHidden(
    api.call("readClient", async () =>
      itemsOf(
        await api.clients.find(text === "" ? page : { ...page, clientId: text, search: true }),
      ).map((item) => foundClient(api, item)),
    ),
  );
}

/**
 * Finds a client by the name that documents have for it.
 *
 * @returns undefined where there is none, or the administrator can't see it
 * @throws AdminApiError when the request fails
 */
export async function findClientOfDocument(
  api: AdminApi,
  client: string,
): Promise<FoundClient | undefined> {
  const clientId = client === realmManagement ? adminClientOf(api) : client;
  const found = await api.call("readClient", async () =>
    itemsOf(await api.clients.find({ clientId })).map((item) => foundClient(api, item)),
  );
  return found.find((it) => it.clientId === clientId);
}

function foundClient(api: AdminApi, item: unknown): FoundClient {
  const fields = fieldsOf(item);
  const clientId = textOf(fields, "clientId");
  return {
    clientId,
    place: {
      client: clientId === adminClientOf(api) ? realmManagement : clientId,
      clientUuid: textOf(fields, "id"),
    },
  };
}
