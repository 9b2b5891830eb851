import pLimit from "p-limit";
import type { AdminApi } from "../api/admin-api.ts";
import { readPages } from "../api/read-pages.ts";
import { type FoundRole, searchClients, searchRoles } from "./search-roles.ts";

/** So many clients are asked at once. */
const atOnce = 4;

/** So many roles of one client are taken; the client itself shows more. */
const mostOfClient = 20;

/** How far a search through the roles of all clients has come. */
export interface AllClientsFound {
  readonly roles: readonly FoundRole[];
  /** Of so many clients. */
  readonly searched: number;
  /** Whether more was found than is told. */
  readonly isCut: boolean;
  /** Whether there are clients whose roles the administrator may not see. */
  readonly isPartlyHidden: boolean;
}

/**
 * Searches the roles of all clients by a part of their name or description. The Admin API has no such request: each client
 * is asked, so this is for those who ask for it.
 *
 * @param most the maximum number of roles: then it ends
 * @param tell is told how far it has come
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function searchAllClients(
  api: AdminApi,
  text: string,
  most: number,
  signal: AbortSignal,
  tell: (found: AllClientsFound) => void,
): Promise<AllClientsFound> {
  const limit = pLimit(atOnce);
  let found: AllClientsFound = { roles: [], searched: 0, isCut: false, isPartlyHidden: false };
  const isEnded = () => signal.aborted || found.roles.length >= most;
  await readPages(
    async (page) => {
      if (isEnded()) return [];
      const clients = (await searchClients(api, { text: "", ...page })) ?? [];
      await Promise.all(
        clients.map(({ place }) =>
          limit(async () => {
            if (isEnded()) return;
            const max = mostOfClient + 1;
            const roles = await searchRoles(api, place, { text, first: 0, max });
            const all = [...found.roles, ...(roles ?? []).slice(0, mostOfClient)];
            found = {
              roles: all.slice(0, most),
              searched: found.searched + 1,
              isCut: found.isCut || roles?.length === max || all.length >= most,
              isPartlyHidden: found.isPartlyHidden || roles === undefined,
            };
            if (!signal.aborted) tell(found);
          }),
        ),
      );
      return clients;
    },
    () => undefined,
  );
  return found;
}
