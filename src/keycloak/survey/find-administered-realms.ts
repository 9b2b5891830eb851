import type { AdminApi } from "../api/admin-api.ts";
import { parseClients } from "../api/parse-answers.ts";

const suffix = "-realm";

/** How many realms are shown at once. */
export const mostRealms = 20;

/** Realms found, and whether there are more than are shown. */
export interface FoundRealms {
  readonly realms: readonly string[];
  readonly isCut: boolean;
}

/**
 * Finds realms that can be administered from `master`, by a part of their name. Each has a client
 * `<realm>-realm` in `master` that carries its admin roles, and that has no protocol, as the console
 * tells it from others too; only so many are asked for, so that it takes no longer with thousands of
 * realms. That is one request, and a second only where so many contain the name that it isn't among them.
 *
 * @throws AdminApiError when the request fails
 * @see [Global roles of the master realm](https://www.keycloak.org/docs/latest/server_admin/#_master_realm_access_control)
 * @see [isRealmClient](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/clients/utils.ts)
 */
export async function findAdministeredRealms(
  { clients, call }: AdminApi,
  text: string,
): Promise<FoundRealms> {
  const most = mostRealms + 1;
  const find = (clientId: string, search: boolean) =>
    call("findRealms", async () =>
      parseClients(await clients.find({ clientId, search, max: most })),
    );
  const containing = await find(text === "" ? suffix : text, true);
  const isCut = containing.length === most;
  // The exact name comes first, however many others contain it.
  const isMeant = ({ clientId }: { readonly clientId: string }) => clientId === `${text}${suffix}`;
  const isMissing = isCut && text !== "" && !containing.some(isMeant);
  const exact = isMissing ? await find(`${text}${suffix}`, false) : containing.filter(isMeant);
  const names = [...exact, ...containing]
    .filter(({ clientId, protocol }) => protocol === "" && clientId.endsWith(suffix))
    .map(({ clientId }) => clientId.slice(0, -suffix.length));
  const realms = [...new Set(names)];
  return { realms: realms.slice(0, mostRealms), isCut };
}
